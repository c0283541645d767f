import type { FileLayer, FileTensor } from '../weightFile';
import type { StateDict, TorchTensorRecord } from './torchTensor';

/** What wrappers put in front of every name. */
const wrappers = /^(module|model|_orig_mod|net)\./;

/** Names without what a wrapper has put in front of all of them. */
export function unwrapped(names: readonly string[]): ReadonlyMap<string, string> {
  const isWrapped = names.length > 0 && names.every((name) => wrappers.test(name));
  return new Map(names.map((name) => [name, isWrapped ? name.replace(wrappers, '') : name]));
}

/** How many batches a BatchNorm has seen: nothing here asks for it. */
const counts = /(^|\.)num_batches_tracked$/;

const tensorOf = (name: string, { shape, read }: TorchTensorRecord): FileTensor => ({
  name,
  shape,
  async *pieces() {
    yield await read();
  },
});

/**
 * The modules of a `state_dict` that have tensors, in its order, as PyTorch has them: `features.0` with `weight` and `bias`.
 * A recurrent module of several layers is one for each, `lstm` and `lstm_l1`, with both directions: `weight_ih_reverse`.
 */
export function torchLayers(state: StateDict): readonly FileLayer[] {
  const modules = new Map<string, FileTensor[]>();
  for (const [key, record] of state) {
    if (counts.test(key)) continue;
    const path = key.split('.');
    const last = path.pop()!;
    const [, own, level = '0', reverse = ''] = /^((?:weight|bias)_(?:ih|hh|hr))_l(\d+)(_reverse)?$/.exec(last) ?? [];
    const module = `${path.join('.')}${level === '0' ? '' : `_l${level}`}`;
    const tensor = tensorOf(own === undefined ? last : `${own}${reverse}`, record);
    modules.set(module, [...(modules.get(module) ?? []), tensor]);
  }
  return [...modules].map(([name, tensors]) => ({ name, tensors, layers: [] }));
}

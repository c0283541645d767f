import type { Arguments } from '../arguments';
import { productOf } from '../operations/operation';
import { SizeMismatch, type TorchTensor } from '../trace/tensor';
import { type Trace, openSize } from '../trace/trace';
import { emitLayer } from './emitLayer';

/** In our own projects a reshaping is a layer, whatever the sizes; the first is the batch. */
export function reshapedAsLayer(
  given: Arguments,
  trace: Trace,
  input: TorchTensor,
  wanted: readonly number[],
): TorchTensor {
  const [, ...target] = wanted;
  const rest = productOf(input.dims.slice(1)) / productOf(target.filter((size) => size !== -1));
  const out = [
    input.dims[0]!,
    ...target.map((size) => (size !== -1 ? size : Number.isInteger(rest) ? rest : openSize)),
  ];
  const isKnown = !input.dims.includes(openSize);
  if (isKnown && (!out.every((size) => Number.isInteger(size)) || productOf(out) !== productOf(input.dims)))
    throw new SizeMismatch(productOf(input.dims), productOf(out), given.line, given.callee);
  return emitLayer(trace, given, 'Shape', 'Reshape', { target_shape: target }, input, { out });
}

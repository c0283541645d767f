import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import type { Arguments } from '../arguments';
import { HalfState } from '../trace/hidden';
import { SizeMismatch, type TorchTensor, isTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { axisAt, axisOf, emit, emitEach, tensorAt, type TorchOperation } from './operation';

/** Values in a list or tuple. Throws `CodeError('notTensor')`. */
function itemsAt(given: Arguments, name: string): readonly Value[] {
  const value = given.value(name);
  if ('items' in value) return value.items;
  throw new CodeError('notTensor', given.line, { layer: given.callee, got: written(value).slice(0, 80) });
}

function joined(given: Arguments, trace: Trace, tensors: readonly TorchTensor[], axis: number): TorchTensor {
  const [first] = tensors;
  for (const { dims } of tensors) {
    const other = dims.findIndex((size, at) => at !== axis && size !== first!.dims[at]);
    if (dims.length !== first!.dims.length || other >= 0) {
      throw new SizeMismatch(dims[other] ?? 0, first!.dims[other] ?? 0, given.line, given.callee);
    }
  }
  const total = tensors.reduce((sum, { dims }) => sum + dims[axis]!, 0);
  const dims = first!.dims.map((size, at) => (at === axis ? total : size));
  return tensors.length === 1 ? first! : emit(trace, given, 'Concat', tensors, { axis }, dims);
}

const cat: TorchOperation = {
  signature: 'tensors dim=0',
  run(given, trace) {
    const items = itemsAt(given, 'tensors');
    const [one, other] = items;
    // The last states of both directions side by side are what the layer itself gives.
    if (items.length === 2 && one instanceof HalfState && other instanceof HalfState && one.isBefore(other))
      return one.both;
    const tensors = items.map((_, at) => tensorAt(given.with('tensors', items[at]!), 'tensors'));
    if (tensors.length === 0) throw given.refuse('tensors');
    return joined(given, trace, tensors, axisOf(given, 'dim', tensors[0]!.dims.length));
  },
};

const stack: TorchOperation = {
  signature: 'tensors dim=0',
  run(given, trace) {
    const tensors = itemsAt(given, 'tensors').map((item) => tensorAt(given.with('tensors', item), 'tensors'));
    if (tensors.length === 0) throw given.refuse('tensors');
    const axis = axisAt(given, given.whole('dim'), tensors[0]!.dims.length + 1, 'dim');
    const raised = tensors.map((tensor) =>
      emit(trace, given, 'Unsqueeze', [tensor], { axes: [axis] }, [
        ...tensor.dims.slice(0, axis),
        1,
        ...tensor.dims.slice(axis),
      ]),
    );
    return joined(given, trace, raised, axis);
  },
};

const dropout = (op: string, own: boolean): TorchOperation => ({
  signature: 'input p=0.5 training=True inplace=False',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    return emitEach(trace, given, op, input, { ratio: given.number('p') }, { own });
  },
});

/** A tensor as it is: where it lies, or how its numbers are stored, is no part of a model. */
const same: TorchOperation = { signature: 'input **', run: (given) => tensorAt(given, 'input') };

/** Sizes of 1 go along any other. */
const expand: TorchOperation = {
  signature: 'input *sizes',
  run(given) {
    const input = tensorAt(given, 'input');
    const [first] = itemsAt(given, 'sizes');
    const sizes = isTensor(first)
      ? first.dims
      : (first && 'items' in first ? given.with('sizes', first) : given).wholes('sizes');
    const added = sizes.length - input.dims.length;
    const fits =
      added === 0 && sizes.every((size, at) => size === -1 || size === input.dims[at] || input.dims[at] === 1);
    if (!fits) throw given.refuse('sizes');
    return input;
  },
};

const repeat: TorchOperation = {
  signature: 'input *sizes',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const [first] = itemsAt(given, 'sizes');
    const sizes = (first && 'items' in first ? given.with('sizes', first) : given).wholes('sizes');
    if (sizes.length !== input.dims.length) throw given.refuse('sizes');
    const dims = input.dims.map((size, at) => size * sizes[at]!);
    return emit(trace, given, 'Tile', [input], {}, dims, { more: [trace.literal(sizes)] });
  },
};

export const joiningOperations: Readonly<Record<string, TorchOperation>> = {
  cat,
  concat: cat,
  concatenate: cat,
  stack,
  dropout: dropout('Dropout', false),
  dropout1d: dropout('SpatialDropout', true),
  dropout2d: dropout('SpatialDropout', true),
  dropout3d: dropout('SpatialDropout', true),
  alpha_dropout: dropout('AlphaDropout', true),
  expand,
  expand_as: expand,
  repeat,
  ...Object.fromEntries(
    'contiguous clone detach float double half long int to cuda cpu requires_grad_ type type_as identity'
      .split(' ')
      .map((name) => [name, same] as const),
  ),
};

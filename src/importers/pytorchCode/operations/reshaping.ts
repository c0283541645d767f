import type { Arguments } from '../arguments';
import { emitLayer } from '../exported/emitLayer';
import { reshapedAsLayer } from '../exported/reshapedAsLayer';
import { SizeMismatch, type TorchTensor } from '../trace/tensor';
import { type Trace, batchSize } from '../trace/trace';
import { axisOf, emit, productOf, tensorAt, type TorchOperation } from './operation';

const withoutOnes = (sizes: readonly number[]) => sizes.filter((size) => size !== 1).join();

/** Sizes with what is left in place of −1. Throws `SizeMismatch`. */
function meant(given: Pick<Arguments, 'callee' | 'line'>, dims: readonly number[], wanted: readonly number[]) {
  const all = productOf(dims);
  const known = productOf(wanted.filter((size) => size !== -1));
  const isOpen = wanted.includes(-1);
  const perSample = all / batchSize;
  const wrong = () =>
    new SizeMismatch(perSample, known % batchSize === 0 ? known / batchSize : known, given.line, given.callee);
  if (isOpen ? all % known !== 0 : all !== known) throw wrong();
  const sizes = wanted.map((size) => (size === -1 ? all / known : size));
  // Where the batch would be another, a size of the sample is.
  if (dims[0] === batchSize && !sizes.includes(batchSize)) throw wrong();
  return sizes;
}

/** The same numbers in other sizes. */
export function reshaped(
  given: Pick<Arguments, 'callee' | 'line'>,
  trace: Trace,
  input: TorchTensor,
  wanted: readonly number[],
): TorchTensor {
  const { dims } = input;
  const sizes = meant(given, dims, wanted);
  // Samples of one number stay a list of one.
  if (sizes.join() === dims.join() || (sizes.length === 1 && dims.length === 2 && dims[1] === 1)) return input;
  if (sizes.length === 2 && sizes[0] === batchSize && dims[0] === batchSize) {
    return emit(trace, given, 'Flatten', [input], {}, sizes);
  }
  if (withoutOnes(sizes) === withoutOnes(dims)) return respaced(given, trace, input, sizes);
  const op = dims.length === 2 && dims[0] === batchSize ? 'Unflatten' : 'Reshape';
  const shape = trace.literal([0, ...sizes.slice(1)]);
  if (sizes[0] !== batchSize || dims[0] !== batchSize) {
    return emit(trace, given, 'MixedReshape', [input], { shape: sizes }, sizes, { own: true });
  }
  return emit(trace, given, op, [input], {}, sizes, { own: op === 'Unflatten', more: [shape] });
}

/** Axes of size 1 taken away and put in. */
function respaced(
  given: Pick<Arguments, 'callee' | 'line'>,
  trace: Trace,
  input: TorchTensor,
  sizes: readonly number[],
): TorchTensor {
  const gone = input.dims.flatMap((size, at) => (size === 1 ? [at] : []));
  const left = input.dims.filter((size) => size !== 1);
  const bare = gone.length === 0 ? input : emit(trace, given, 'Squeeze', [input], { axes: gone }, left);
  const added = sizes.flatMap((size, at) => (size === 1 ? [at] : []));
  return added.length === 0 ? bare : emit(trace, given, 'Unsqueeze', [bare], { axes: added }, sizes);
}

/** Sizes in a list, a tuple or one after the other. */
function sizesAt(given: Arguments, name: string): readonly number[] {
  const value = given.value(name);
  const [first] = 'items' in value ? value.items : [];
  return first && first.kind !== 'number' && first.kind !== 'unknown'
    ? given.with(name, first).wholes(name)
    : given.wholes(name);
}

const view: TorchOperation = {
  signature: 'input *shape',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const wanted = sizesAt(given, 'shape');
    return trace.isExported ? reshapedAsLayer(given, trace, input, wanted) : reshaped(given, trace, input, wanted);
  },
};

const flatten: TorchOperation = {
  signature: 'input start_dim=0 end_dim=-1',
  run: (given, trace) => flattened(given, trace, tensorAt(given, 'input')),
};

export function flattened(given: Arguments, trace: Trace, input: TorchTensor): TorchTensor {
  const { dims } = input;
  const [from, to] = [axisOf(given, 'start_dim', dims.length), axisOf(given, 'end_dim', dims.length)];
  const sizes = [...dims.slice(0, from), productOf(dims.slice(from, to + 1)), ...dims.slice(to + 1)];
  if (trace.isExported && dims.length === 2) return emitLayer(trace, given, 'Each', 'Flatten', {}, input);
  return reshaped(given, trace, input, sizes);
}

const unflatten: TorchOperation = {
  signature: 'input dim sizes',
  run: (given, trace) => unflattened(given, trace, tensorAt(given, 'input'), 'sizes'),
};

export function unflattened(given: Arguments, trace: Trace, input: TorchTensor, sizes: string): TorchTensor {
  const { dims } = input;
  const axis = axisOf(given, 'dim', dims.length);
  const parts = given.wholes(sizes);
  const known = productOf(parts.filter((size) => size !== -1));
  const whole = parts.map((size) => (size === -1 ? dims[axis]! / known : size));
  return reshaped(given, trace, input, [...dims.slice(0, axis), ...whole, ...dims.slice(axis + 1)]);
}

function turned(given: Arguments, trace: Trace, input: TorchTensor, order: readonly number[]): TorchTensor {
  if (order.every((axis, at) => axis === at)) return input;
  return emit(
    trace,
    given,
    'Transpose',
    [input],
    { perm: order },
    order.map((axis) => input.dims[axis]!),
  );
}

const permute: TorchOperation = {
  signature: 'input *dims',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const rank = input.dims.length;
    const order = sizesAt(given, 'dims').map((axis) => (axis < 0 ? axis + rank : axis));
    if (order.toSorted((a, b) => a - b).some((axis, at) => axis !== at) || order.length !== rank)
      throw given.refuse('dims');
    return turned(given, trace, input, order);
  },
};

const transpose: TorchOperation = {
  signature: 'input dim0 dim1',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const rank = input.dims.length;
    const [one, other] = [axisOf(given, 'dim0', rank), axisOf(given, 'dim1', rank)];
    const order = input.dims.map((_, at) => (at === one ? other : at === other ? one : at));
    return turned(given, trace, input, order);
  },
};

const moved: TorchOperation = {
  signature: 'input source destination',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const rank = input.dims.length;
    const [from, to] = [axisOf(given, 'source', rank), axisOf(given, 'destination', rank)];
    const others = input.dims.map((_, at) => at).filter((at) => at !== from);
    return turned(given, trace, input, [...others.slice(0, to), from, ...others.slice(to)]);
  },
};

const squeeze: TorchOperation = {
  signature: 'input dim=None',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const { dims } = input;
    const wanted = given.isNone('dim')
      ? dims.map((_, at) => at)
      : given.wholes('dim').map((axis) => (axis < 0 ? axis + dims.length : axis));
    const gone = wanted.filter((at) => dims[at] === 1);
    // A sample keeps one axis at least.
    const left = dims.filter((_, at) => !gone.includes(at));
    if (gone.length === 0) return input;
    if (left.length < 2) return dims.length === 2 ? input : reshaped(given, trace, input, [...left, 1]);
    return emit(trace, given, 'Squeeze', [input], { axes: gone }, left);
  },
};

const unsqueeze: TorchOperation = {
  signature: 'input dim',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const { dims } = input;
    const axis = axisOf(given, 'dim', dims.length + 1);
    // Of a Dot of vectors our own projects keep an axis, as the layer does.
    if (trace.isExported && dims.length === 1) return trace.tensor(input.id, [...dims, 1]);
    return emit(trace, given, 'Unsqueeze', [input], { axes: [axis] }, [...dims.slice(0, axis), 1, ...dims.slice(axis)]);
  },
};

export const reshapingOperations: Readonly<Record<string, TorchOperation>> = {
  view,
  reshape: view,
  flatten,
  unflatten,
  permute,
  transpose,
  swapaxes: transpose,
  movedim: moved,
  moveaxis: moved,
  squeeze,
  unsqueeze,
};

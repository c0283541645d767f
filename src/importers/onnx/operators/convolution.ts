import type { Weight } from '../conversion';
import type { Operation } from '../operation';
import { type ConstantValue, type TensorValue } from '../value';
import { type Window, classFor, isSamePadding, isUnpadded, padded, pictureAt, windowOf } from './windows';
import { permutedValues, reshapedWeight } from './weights';

/** The bias, and whether there is one. */
function biasOf(operation: Operation, units: number): readonly Weight[] {
  return operation.has(2) ? [reshapedWeight(operation.constant(2), [units])] : [];
}

/** All that the kernel reaches beyond a number lies before the first. */
const isReached = ({ kernel, dilations, before }: Window) =>
  before[0]! > 0 && before[0] === (kernel[0]! - 1) * dilations[0]!;

/** ONNX `Conv`: kernel `[filters, channels / groups, …]`. */
export function conv(operation: Operation): void {
  const kernel = operation.constant(1);
  const given = pictureAt(operation, 0);
  const axes = given.dims.length - 2;
  const [filters, inside] = kernel.dims as [number, number];
  const groups = operation.int('group', 1);
  const window = windowOf(operation, given.dims.slice(2), kernel.dims.slice(2));
  const same = isSamePadding(window, given.dims.slice(2)) && !isUnpadded(window);
  const causal = !same && axes === 1 && window.after[0] === 0 && isReached(window);
  const input = same || causal || isUnpadded(window) ? given : padded(operation, given, window.before, window.after);
  const bias = biasOf(operation, filters);
  const config = {
    kernel_size: window.kernel,
    strides: window.strides,
    dilation_rate: window.dilations,
    padding: same ? 'same' : causal ? 'causal' : 'valid',
    use_bias: bias.length > 0,
  };
  const output = (name: string): TensorValue => ({
    ...given,
    layer: name,
    dims: [given.dims[0]!, filters, ...window.out],
  });
  const isSaid = operation.int('depthwise', 0) === 1;
  const isDepthwise =
    !causal &&
    (groups > 1 || isSaid) &&
    inside === 1 &&
    axes < 3 &&
    (operation.int('separable', 0) === 1 || new Set(window.strides).size === 1);
  if (isDepthwise) {
    const each = filters / groups;
    const depthwise = operation.layer(
      classFor('DepthwiseConv', axes),
      { ...config, depth_multiplier: each },
      [input],
      [depthwiseKernel(kernel, groups, each), ...bias],
    );
    operation.give(output(depthwise.name));
    return;
  }
  const last = [...kernel.dims.slice(2).map((_, axis) => axis + 2), 1, 0];
  const { name } = operation.layer(
    classFor('Conv', axes),
    { ...config, filters, groups },
    [input],
    [permutedValues(kernel, last), ...bias],
  );
  operation.give(output(name));
}

/** `[channels · each, 1, …]` as `[…, channels, each]`. */
function depthwiseKernel(kernel: ConstantValue, channels: number, each: number): Weight {
  const sizes = kernel.dims.slice(2);
  const split: ConstantValue = { ...kernel, dims: [channels, each, ...sizes] };
  return permutedValues(split, [...sizes.map((_, axis) => axis + 2), 0, 1]);
}

/** Whether Keras's `same` takes off the same: what a kernel reaches beyond the strides, one more behind where that is odd. */
function isSameTransposed({ kernel, strides, before, after }: Window, more: readonly number[]): boolean {
  const cut = kernel.map((size, axis) => Math.max(0, size - strides[axis]!));
  return (
    cut.some((size) => size > 0) &&
    kernel.every((size, axis) => {
      const [start, end] = [Math.floor(cut[axis]! / 2), Math.ceil(cut[axis]! / 2)];
      return before[axis] === start && after[axis] === end && more[axis] === Math.max(0, strides[axis]! - size);
    })
  );
}

/** ONNX `ConvTranspose`: kernel `[channels, filters, …]`; what its padding takes off is cropped. */
export function convTranspose(operation: Operation): void {
  const kernel = operation.constant(1);
  const input = pictureAt(operation, 0);
  const axes = input.dims.length - 2;
  const filters = kernel.dims[1]!;
  if (operation.int('group', 1) !== 1) throw operation.refuse('group', operation.int('group', 1));
  if (operation.text('auto_pad', 'NOTSET') !== 'NOTSET')
    throw operation.refuse('auto_pad', operation.text('auto_pad', ''));
  if (operation.ints('output_shape') !== null) throw operation.refuse('output_shape', operation.ints('output_shape'));
  const window = windowOf(operation, input.dims.slice(2), kernel.dims.slice(2));
  if (window.dilations.some((rate) => rate !== 1)) throw operation.refuse('dilations', window.dilations);
  const more = operation.ints('output_padding') ?? window.kernel.map(() => 0);
  const bias = biasOf(operation, filters);
  const same = isSameTransposed(window, more);
  const config = {
    filters,
    kernel_size: window.kernel,
    strides: window.strides,
    padding: same ? 'same' : 'valid',
    use_bias: bias.length > 0,
  };
  const last = [...kernel.dims.slice(2).map((_, axis) => axis + 2), 1, 0];
  const draft = operation.layer(
    classFor('Conv', axes).replace(/D$/, 'DTranspose'),
    config,
    [input],
    [permutedValues(kernel, last), ...bias],
  );
  if (same) {
    const out = input.dims.slice(2).map((size, axis) => (size === null ? null : size * window.strides[axis]!));
    return operation.give({ ...input, layer: draft.name, dims: [input.dims[0]!, filters, ...out] });
  }
  // Keras leaves out what a stride larger than the kernel would reach; its rows are at least as many as the strides.
  const full = input.dims
    .slice(2)
    .map((size, axis) =>
      size === null ? null : size * window.strides[axis]! + Math.max(window.kernel[axis]! - window.strides[axis]!, 0),
    );
  const wanted = input.dims
    .slice(2)
    .map((size, axis) =>
      size === null
        ? null
        : (size - 1) * window.strides[axis]! +
          window.kernel[axis]! -
          window.before[axis]! -
          window.after[axis]! +
          more[axis]!,
    );
  const cropped = full.map((size, axis) =>
    size === null ? window.after[axis]! - more[axis]! : size - window.before[axis]! - wanted[axis]!,
  );
  if (cropped.some((size) => size < 0)) throw operation.refuse('output_padding', more);
  let name = draft.name;
  if ([...window.before, ...cropped].some((size) => size > 0)) {
    const sides = window.before.map((start, axis) => [start, cropped[axis]!]);
    const cropping = sides.length === 1 ? sides[0]! : sides;
    name = operation.conversion.layer(`${name}_cropping`, classFor('Cropping', axes), { cropping }, [name]).name;
  }
  operation.give({ ...input, layer: name, dims: [input.dims[0]!, filters, ...wanted] });
}

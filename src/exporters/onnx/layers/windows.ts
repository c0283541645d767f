import type { Shape } from '../../../brick/shape';
import type { Attribute } from '../graph/parts';

/** How windows slide over the spatial axes. */
export interface Sliding {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly padding: string;
}

const isOpen = (shape: Shape, { strides, padding }: Sliding) =>
  padding === 'same' && strides.some((stride, axis) => stride > 1 && shape[axis] === null);

/** Must the padding be worked out from the data, other than by ONNX itself? */
export const needsPadding = (shape: Shape, sliding: Sliding): boolean =>
  isOpen(shape, sliding) &&
  sliding.sizes.some((size, axis) => (size - 1) * sliding.dilations[axis]! + 1 < sliding.strides[axis]!);

/**
 * Attributes of a convolution or a pooling. Keras's `same` pads as much as is needed, the odd cell at the end; with an
 * open size ONNX works that out itself, and with stride 1 it is the same for all.
 */
export function windowAttributes(shape: Shape, sliding: Sliding) {
  const { sizes, strides, dilations, padding } = sliding;
  const reaches = sizes.map((size, axis) => (size - 1) * dilations[axis]! + 1);
  const attributes: Record<string, Attribute> = { kernel_shape: sizes, strides };
  if (dilations.some((step) => step > 1)) attributes['dilations'] = dilations;
  if (padding === 'valid' || needsPadding(shape, sliding)) return attributes;
  if (isOpen(shape, sliding)) return { ...attributes, auto_pad: 'SAME_UPPER' };
  const all = reaches.map((reach, axis) => {
    const [size, stride] = [shape[axis]!, strides[axis]!];
    if (padding === 'causal' || stride === 1) return reach - 1;
    return Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size);
  });
  const before = all.map((cells) => (padding === 'causal' ? cells : Math.floor(cells / 2)));
  return { ...attributes, pads: [...before, ...all.map((cells, axis) => cells - before[axis]!)] };
}

import type { Shape } from '../../../brick/shape';
import { shortTuple, tupleText } from '../layer';
import type { PythonPart } from '../python/part';
import { samePad } from '../python/padding';

/** A window that slides over spatial axes. */
export interface Sliding {
  /** Sizes of the spatial axes. */
  readonly sizes: Shape;
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilation: readonly number[];
}

/** How an input is padded: by an argument of the module, or before it. */
export interface Padded {
  /** The module's `padding`; null: none. */
  readonly argument: string | null;
  before(x: string): string;
  readonly parts: readonly PythonPart[];
}

const unpadded: Padded = { argument: null, before: (x) => x, parts: [] };

/** Zeros before and after each axis, as TensorFlow's and Keras's `same` has them. */
export function samePads({ sizes, kernel, strides, dilation }: Sliding): readonly (readonly [number, number])[] | null {
  if (sizes.some((size, axis) => size === null && strides[axis] !== 1)) return null;
  return sizes.map((size, axis) => {
    const reach = (kernel[axis]! - 1) * dilation[axis]! + 1;
    const stride = strides[axis]!;
    const covered = size === null ? 0 : (Math.ceil(size / stride) - 1) * stride - size;
    const total = Math.max(size === null ? reach - 1 : covered + reach, 0);
    return [Math.floor(total / 2), total - Math.floor(total / 2)] as const;
  });
}

/** The argument of `F.pad`: the last axis comes first. */
export function padTuple(pads: readonly (readonly [number, number])[]): string {
  return tupleText(pads.toReversed().flat());
}

/** Keras's padding of a sliding window. `value`: what is padded with, as Python. */
export function paddedFor(padding: string, sliding: Sliding, value: string | null = null): Padded {
  const { kernel, strides, dilation } = sliding;
  const fill = value === null ? '' : `, value=${value}`;
  if (padding === 'causal') {
    const reach = (kernel[0]! - 1) * dilation[0]!;
    return reach === 0 ? unpadded : { ...unpadded, before: (x) => `F.pad(${x}, (${reach}, 0))` };
  }
  if (padding !== 'same') return unpadded;
  const pads = samePads(sliding);
  if (pads === null) {
    const window = [kernel, strides, dilation].map((numbers) => tupleText(numbers)).join(', ');
    return { argument: null, before: (x) => `same_pad(${x}, ${window}${fill})`, parts: [samePad] };
  }
  if (pads.every(([before, after]) => before === 0 && after === 0)) return unpadded;
  const even = pads.every(([before, after]) => before === after);
  if (even) return { ...unpadded, argument: shortTuple(pads.map(([before]) => before)) };
  return { ...unpadded, before: (x) => `F.pad(${x}, ${padTuple(pads)}${fill})` };
}

import type { Window } from '../../../brick/brick';
import type { Dimension } from '../../../brick/shape';

export const sizeText = (size: Dimension | undefined) => String(size ?? '?');

/** How many cells a window reaches over: holes between its cells count. */
export const reachOf = ({ size, dilation }: Window) => (size - 1) * dilation + 1;

const reachText = ({ size, dilation }: Window) => (dilation === 1 ? `${size}` : `((${size} − 1)·${dilation} + 1)`);

/** Keras's `compute_conv_output_shape` along one axis: `⌊(28 − 3) / 1⌋ + 1`, or `⌈28 / 2⌉` with padding. */
export function slidingText(size: Dimension, window: Window, padding: string): string {
  if (padding !== 'valid') return `⌈${sizeText(size)} / ${window.stride}⌉`;
  return `⌊(${sizeText(size)} − ${reachText(window)}) / ${window.stride}⌋ + 1`;
}

/** Keras's `compute_conv_transpose_output_shape` along one axis. */
export function spreadText(size: Dimension, window: Window, padding: string): string {
  const n = sizeText(size);
  if (padding === 'same') return `${n}·${window.stride}`;
  return `(${n} − 1)·${window.stride} + max(${reachText(window)}, ${window.stride})`;
}

import type { Window } from '../../../brick/brick';
import type { Dimension } from '../../../brick/shape';
import { reachOf } from './windowText';

/** One axis of a picture that a window slides over. */
export interface SlidingAxis {
  readonly cells: number;
  /** Cells of padding in front of it and behind it. */
  readonly before: number;
  readonly after: number;
  readonly outputs: number;
  /** Cells that one output sees; below 0 and from `cells` on they are padding. */
  seen(output: number): readonly number[];
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Keras's sliding window along one axis: `valid`, `same` (zeros on both sides) or `causal` (zeros in front). */
export function slidingAxis(cells: number, window: Window, padding: string): SlidingAxis {
  const { size, stride, dilation } = window;
  const reach = reachOf(window);
  const outputs = padding === 'valid' ? Math.floor((cells - reach) / stride) + 1 : Math.ceil(cells / stride);
  const missing = padding === 'valid' ? 0 : Math.max((outputs - 1) * stride + reach - cells, 0);
  const before = padding === 'causal' ? reach - 1 : Math.floor(missing / 2);
  const after = Math.max(0, (outputs - 1) * stride + reach - before - cells);
  const seen = (output: number) => range(size).map((index) => output * stride - before + index * dilation);
  return { cells, before, after, outputs, seen };
}

const partedCells = 7;

/** Keras's adaptive pooling along one axis: every output sees its share of the cells, neighbours may share one. */
export function partedAxis(outputs: number): SlidingAxis {
  const seen = (output: number) => {
    const first = Math.floor((output * partedCells) / outputs);
    return range(Math.ceil(((output + 1) * partedCells) / outputs) - first).map((index) => first + index);
  };
  return { cells: partedCells, before: 0, after: 0, outputs, seen };
}

/** One axis of a picture whose every cell paints a window, as transposed convolution and upsampling do. */
export interface SpreadAxis {
  readonly cells: number;
  readonly outputs: number;
  painted(cell: number): readonly number[];
}

export function spreadAxis(cells: number, window: Window, padding: string): SpreadAxis {
  const { size, stride, dilation } = window;
  const reach = reachOf(window);
  const outputs = padding === 'same' ? cells * stride : (cells - 1) * stride + Math.max(reach, stride);
  const cut = padding === 'same' ? Math.floor(Math.max(reach - stride, 0) / 2) : 0;
  const painted = (cell: number) =>
    range(size)
      .map((index) => cell * stride - cut + index * dilation)
      .filter((output) => output >= 0 && output < outputs);
  return { cells, outputs, painted };
}

/** An axis that no window slides along: a vector drawn as one row. */
export const singleAxis: SlidingAxis & SpreadAxis = {
  cells: 1,
  before: 0,
  after: 0,
  outputs: 1,
  seen: () => [0],
  painted: () => [0],
};

const mostReach = 14;
const mostCells = 18;

/** The window as it is drawn: one that reaches further than the drawing holds is drawn smaller. */
export function drawnWindow(window: Window): Window {
  if (reachOf(window) <= mostReach) return window;
  const dilation = Math.min(window.dilation, mostReach - 1);
  return { ...window, dilation, size: Math.max(1, Math.floor((mostReach - 1) / dilation) + 1) };
}

/** How many cells of an axis are drawn: all of a small one, otherwise enough to see the window move. */
export function drawnCells(size: Dimension, window: Window): number {
  const wanted = Math.min(mostCells, Math.max(6, reachOf(window) + window.stride));
  return Math.min(size ?? wanted, wanted);
}

/** The numbers in the cells of a drawn picture: small, unlike their neighbours, always the same. */
export const cellValue = (row: number, column: number) => (row * 3 + column * 5 + ((row * column) % 4) * 2 + 1) % 10;

/** What one output of a pooling is: padding does not count. */
export function pooled(
  reduce: 'max' | 'average',
  rows: readonly number[],
  columns: readonly number[],
  size: { readonly rows: number; readonly columns: number },
): number {
  const values = rows
    .filter((row) => row >= 0 && row < size.rows)
    .flatMap((row) =>
      columns.filter((column) => column >= 0 && column < size.columns).map((column) => cellValue(row, column)),
    );
  if (reduce === 'max') return Math.max(...values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Values that are drawn as bars at most; longer vectors are drawn as a map. */
export const mostBars = 64;

export interface UnitBar {
  readonly value: number;
  /** Where the bar begins and how long it is, as shares of the track, 0 … 1. */
  readonly from: number;
  readonly length: number;
}

/** A bar for each value, all from the same zero, the longest as long as there is room; nothing for what is no number. */
export function barsOf(values: ArrayLike<number>): readonly UnitBar[] {
  const list = Array.from(values);
  const finite = list.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const range = high - low || 1;
  const zero = Math.abs(low) / range;
  return list.map((value) => {
    if (!Number.isFinite(value)) return { value, from: zero, length: 0 };
    const length = Math.abs(value) / range;
    return { value, from: value < 0 ? zero - length : zero, length };
  });
}

export interface TopAnswer {
  readonly index: number;
  readonly value: number;
  /** Length of the bar, 0 … 1. */
  readonly length: number;
}

/** How many answers can be asked for. */
export const answerCounts = [1, 3, 5, 10] as const;

/**
 * The largest of the output's values, `count` at most. They count as probabilities when they lie in 0 … 1 and sum up to
 * 1; a single value in 0 … 1 (sigmoid) becomes the answers 1 and 0. Where one is no number nothing is the likeliest: `none`.
 */
export function topAnswers(
  values: ArrayLike<number>,
  count = 5,
): {
  readonly kind: 'probabilities' | 'values' | 'none';
  readonly answers: readonly TopAnswer[];
} {
  const list = Array.from(values);
  if (list.some(Number.isNaN)) return { kind: 'none', answers: [] };
  const shares = list.every((value) => value >= 0 && value <= 1);
  if (list.length === 1 && shares) {
    const [yes = 0] = list;
    const both = [0, 1].map((index) => ({
      index,
      value: index === 1 ? yes : 1 - yes,
      length: index === 1 ? yes : 1 - yes,
    }));
    return { kind: 'probabilities', answers: both.toSorted((a, b) => b.value - a.value).slice(0, count) };
  }
  const sum = list.reduce((total, value) => total + value, 0);
  const kind = shares && Math.abs(sum - 1) < 0.01 ? 'probabilities' : 'values';
  const sizes = list.map(Math.abs).filter(Number.isFinite);
  const longest = kind === 'probabilities' ? 1 : Math.max(...sizes, Number.MIN_VALUE);
  const answers = list
    .map((value, index) => ({ index, value, length: Math.min(1, Math.max(0, value) / longest) }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, count);
  return { kind, answers };
}

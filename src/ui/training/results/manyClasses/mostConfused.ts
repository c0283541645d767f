/** One kind of mistake: so many samples of one class were taken for another. */
export interface Confused {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  /** Share of the class's samples, 0 … 1. */
  readonly share: number;
}

/** The most frequent mistakes, at most so many. */
export function mostConfused(matrix: readonly (readonly number[])[], most = 10): readonly Confused[] {
  return matrix
    .flatMap((row, actual) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return row.map((count, predicted): Confused => ({ actual, predicted, count, share: count / Math.max(1, total) }));
    })
    .filter(({ actual, predicted, count }) => actual !== predicted && count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most);
}

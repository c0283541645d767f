import type { Scores } from '../../src/runtime/scores';

/** Largest difference of two curves, relative where values are above 1; infinite where they do not name the same scores. */
export function differenceOf(page: readonly Scores[], project: readonly Scores[]): number {
  const names = (curve: readonly Scores[]) => curve.map((scores) => Object.keys(scores).join()).join(';');
  if (names(page) !== names(project)) return Infinity;
  const each = page.flatMap((scores, epoch) =>
    Object.entries(scores).map(
      ([name, value]) => Math.abs(value - project[epoch]![name]!) / Math.max(1, Math.abs(value)),
    ),
  );
  return Math.max(0, ...each);
}

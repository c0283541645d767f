import type { DecimalMark } from '../columns/numberCell';
import type { MissingFix } from './choices';
import type { PreparedColumn } from './preparation';
import type { TakenColumn } from './takenColumns';

/** The value that comes most often; of several the smallest. */
function mostFrequent(sorted: Float32Array): number {
  let best = sorted[0] ?? 0;
  let most = 0;
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (sorted[end] === sorted[at] && end < sorted.length) end++;
    if (end - at > most) {
      most = end - at;
      best = sorted[at]!;
    }
    at = end;
  }
  return best;
}

function withoutGaps(values: Float32Array): Float32Array {
  let kept = 0;
  for (const value of values) if (!Number.isNaN(value)) values[kept++] = value;
  return values.subarray(0, kept);
}

function fillOf(sorted: Float32Array, mean: number, fix: MissingFix): number {
  if (sorted.length === 0) return 0;
  if (fix === 'mean') return mean;
  if (fix === 'mostFrequent') return mostFrequent(sorted);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/**
 * What is learned of a column from some of its rows, those that are trained on, as Keras's `adapt`: mean, deviation (of all
 * values, as `numpy.std`) and what stands for a missing value; or the categories, in alphabetical order.
 */
export function adapted(
  column: TakenColumn,
  rows: Uint32Array,
  decimal: DecimalMark,
  standardise: boolean,
): PreparedColumn {
  const { choice, values, words } = column;
  const { name, kind, missing, order } = choice;
  const known = withoutGaps(values.picked(rows));
  if (kind === 'category') {
    const all = [...words.keys()];
    const seen = [...new Set(known)];
    const categories = seen.map((place) => all[place]!).toSorted((a, b) => (a < b ? -1 : 1));
    const common = all[mostFrequent(known.toSorted())] ?? '';
    const own = missing === 'own' && known.length < rows.length;
    return { kind, name, categories, fill: own ? categories.length : Math.max(0, categories.indexOf(common)) };
  }
  let sum = 0;
  for (const value of known) sum += value;
  const mean = known.length === 0 ? 0 : sum / known.length;
  let squares = 0;
  for (const value of known) squares += (value - mean) ** 2;
  const deviation = known.length === 0 ? 0 : Math.sqrt(squares / known.length);
  const scale = standardise ? { mean, deviation: deviation === 0 ? 1 : deviation } : { mean: 0, deviation: 1 };
  const fill = fillOf(known.toSorted(), mean, missing);
  return kind === 'date' ? { kind, name, order, fill, ...scale } : { kind: 'number', name, decimal, fill, ...scale };
}

import { randomNumbers } from '../random';
import { type Interval, middle, poisson } from './bootstrap';
import { type Cell, type ClassScores, type Matrix, cellScores, cellsOf, classMeasures } from './classScores';
import { type NumberScores, numberMeasures, numberScores } from './numberScores';

const rounds = 1000;
const mostDraws = 1_000_000;

/**
 * Intervals of 95 % by the Poisson bootstrap: each sample is drawn as often as chance wants, once in the mean (Hanley &
 * MacGibbon 2006). Of a matrix only the counts are drawn. The same samples give the same interval.
 */
export function classIntervals(matrix: Matrix): Readonly<Record<keyof ClassScores, Interval | null>> | null {
  const cells = cellsOf(matrix);
  if (cells.length === 0) return null;
  if (cells.every(({ actual, predicted }) => actual === predicted)) return withoutMistake(cells);
  const random = randomNumbers(1);
  // Of very many pairs of classes fewer rounds: it is waited for.
  const drawn = Array.from({ length: Math.min(rounds, Math.max(100, Math.floor(mostDraws / cells.length))) }, () =>
    cellScores(
      cells.map((cell) => ({ ...cell, count: poisson(cell.count, random) })),
      matrix.length,
    ),
  ).filter((scores) => scores !== null);
  const of = (measure: keyof ClassScores) => middle(drawn.map((scores) => scores[measure]));
  return Object.fromEntries(classMeasures.map((measure) => [measure, of(measure)])) as Record<
    keyof ClassScores,
    Interval | null
  >;
}

/** A draw of none but right answers has no wrong one, yet there may be some: by the rule of three (Hanley & Lippman-Hand 1983). */
function withoutMistake(cells: readonly Cell[]): Readonly<Record<keyof ClassScores, Interval | null>> {
  const samples = cells.reduce((sum, { count }) => sum + count, 0);
  const accuracy: Interval = [Math.max(0, 1 - 3 / samples), 1];
  return { accuracy, balancedAccuracy: null, precision: null, recall: null, f1: null };
}

/**
 * The same for numbers, from some of the samples as pairs. `samples`: how many there are in all; of more the score is surer,
 * by the root of how many times as many.
 */
export function numberIntervals(
  points: readonly (readonly [right: number, said: number])[],
  samples: number,
): Readonly<Record<keyof NumberScores, Interval | null>> | null {
  // Only distances count: far from 0 their squares would be lost in rounding.
  const mean = points.reduce((sum, [right]) => sum + right, 0) / Math.max(1, points.length);
  const near = points.map(([right, said]) => [right - mean, said - mean, Math.abs((said - right) / right)] as const);
  const all = scoresOf(near, () => 1);
  if (all === null) return null;
  const random = randomNumbers(1);
  const drawn = Array.from({ length: rounds }, () => scoresOf(near, () => poisson(1, random))).filter(
    (scores) => scores !== null,
  );
  const closer = Math.sqrt(points.length / Math.max(samples, points.length));
  const of = (measure: keyof NumberScores): Interval | null => {
    const [values, own] = [drawn.flatMap((scores) => scores[measure] ?? []), all[measure]];
    if (own === null || values.length === 0) return null;
    const [low, high] = middle(values);
    return [own + (low - own) * closer, own + (high - own) * closer];
  };
  return Object.fromEntries(numberMeasures.map((measure) => [measure, of(measure)])) as Record<
    keyof NumberScores,
    Interval | null
  >;
}

function scoresOf(
  points: readonly (readonly [right: number, said: number, relative: number])[],
  times: () => number,
): NumberScores | null {
  let [count, absolute, squared, total, squares, relative] = [0, 0, 0, 0, 0, 0];
  for (const [right, said, share] of points) {
    const weight = times();
    count += weight;
    absolute += weight * Math.abs(said - right);
    squared += weight * (said - right) ** 2;
    total += weight * right;
    squares += weight * right * right;
    relative += weight === 0 ? 0 : weight * share;
  }
  const spread = count === 0 ? 0 : squares - (total * total) / count;
  return numberScores({ count, absolute, squared, spread, relative: Number.isFinite(relative) ? relative : null });
}

import { randomNumbers } from '../random';
import { type Cell, type ClassScores, type Matrix, cellScores, cellsOf, classMeasures } from './classScores';
import { type NumberScores, numberMeasures, numberScores } from './numberScores';

/** Between which values a score lies in 95 of 100 repeated draws of as many samples. */
export type Interval = readonly [low: number, high: number];

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
  const near = points.map(([right, said]) => [right - mean, said - mean] as const);
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

function scoresOf(points: readonly (readonly [number, number])[], times: () => number): NumberScores | null {
  let [count, absolute, squared, total, squares] = [0, 0, 0, 0, 0];
  for (const [right, said] of points) {
    const weight = times();
    count += weight;
    absolute += weight * Math.abs(said - right);
    squared += weight * (said - right) ** 2;
    total += weight * right;
    squares += weight * right * right;
  }
  return numberScores({ count, absolute, squared, spread: count === 0 ? 0 : squares - (total * total) / count });
}

function middle(values: readonly number[]): Interval {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.025), at(0.975)];
}

/** A Poisson number with this mean: by Knuth for small means, else by the normal distribution that it comes near to. */
function poisson(mean: number, random: () => number): number {
  if (mean === 0) return 0;
  if (mean > 60) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const least = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > least) {
    count++;
    product *= random();
  }
  return count;
}

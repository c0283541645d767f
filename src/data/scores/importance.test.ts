import { expect, test } from 'vitest';
import type { Dataset } from '../dataset';
import { columnImportance, columnPlaces, permuted } from './importance';
import { ErrorTotals, numberScores } from './numberScores';
import reference from './sklearnImportance.json';

const values = Float32Array.from(reference.values);

function scoreOf(mixed: Float32Array): number {
  const totals = new ErrorTotals([0]);
  reference.right.forEach((right, row) => {
    const said = reference.weights.reduce((sum, weight, at) => sum + weight * mixed[row * 4 + at]!, reference.bias);
    totals.take(0, right, said);
  });
  return numberScores(totals.sums())!.r2!;
}

/** Numbers of scikit-learn 1.9.1: `e2e/scores/sklearn_importance.py`. Both mix by chance, so their means are as near as chance lets them. */
test.each([0, 1, 2, 3])('column %i of a linear model, as scikit-learn', (from) => {
  const score = scoreOf(values);
  expect(score).toBeCloseTo(reference.score, 5);
  const tries = Array.from({ length: 400 }, (_, at) => scoreOf(permuted(values, 4, { from, width: 1 }, at)));
  const { mean, deviation } = columnImportance('x', score, tries);
  const error = reference.deviation[from]! / Math.sqrt(400);
  expect(Math.abs(mean - reference.mean[from]!)).toBeLessThan(4 * error);
  expect(deviation / reference.deviation[from]!).toBeGreaterThan(0.85);
  expect(deviation / reference.deviation[from]!).toBeLessThan(1.15);
});

test('all numbers of a column move together, the others stay', () => {
  const given = Float32Array.from({ length: 30 }, (_, at) => at);
  const mixed = permuted(given, 3, { from: 1, width: 2 }, 1);
  const rows = Array.from({ length: 10 }, (_, row) => [...mixed.subarray(row * 3, row * 3 + 3)]);
  expect(rows.map(([first]) => first)).toEqual(Array.from({ length: 10 }, (_, row) => row * 3));
  expect(rows.every(([, second, third]) => third === second! + 1)).toBe(true);
  expect(rows.map(([, second]) => second!).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, row) => row * 3 + 1),
  );
  expect(rows.map(([, second]) => second)).not.toEqual(Array.from({ length: 10 }, (_, row) => row * 3 + 1));
});

test('a category is one column, however many numbers it has become', () => {
  const dataset = {
    kind: 'numbers',
    shape: [4],
    preparation: [
      { kind: 'number', name: 'Age', decimal: '.', fill: 0, mean: 0, deviation: 1 },
      { kind: 'category', name: 'Port', categories: ['C', 'S'], fill: 2 },
    ],
  } as Partial<Dataset> as Dataset;
  expect(columnPlaces(dataset)).toEqual([
    { column: 'Age', from: 0, width: 1 },
    { column: 'Port', from: 1, width: 3 },
  ]);
  const plain: Dataset = { ...dataset, shape: [2], words: null };
  delete (plain as { preparation?: unknown }).preparation;
  expect(columnPlaces({ ...plain, words: ['a', 'b'] }).map(({ column }) => column)).toEqual(['a', 'b']);
  expect(columnPlaces(plain).map(({ column }) => column)).toEqual(['1', '2']);
  expect(columnPlaces({ ...plain, kind: 'text' })).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../random';
import { alwaysSaying, classMeasures, classScores } from './classScores';
import { classIntervals, numberIntervals } from './interval';
import { ErrorTotals, numberScores } from './numberScores';

const three = [
  [50, 0, 0],
  [0, 45, 5],
  [0, 6, 44],
];

/** Numbers of scikit-learn 1.9.1. */
describe('scores of classes', () => {
  test.each([
    ['three classes', three, [0.9266666667, 0.9266666667, 0.9267707083, 0.9266666667, 0.9266593326]],
    ['a class that is never predicted', [[90, 0], [10, 0]], [0.9, 0.5, 0.45, 0.5, 0.4736842105]], // prettier-ignore
    ['two classes', [[8, 2], [1, 9]], [0.85, 0.85, 0.8535353535, 0.85, 0.8496240602]], // prettier-ignore
    [
      'a class without samples that is predicted',
      [[3, 1, 0, 2], [0, 0, 0, 0], [1, 0, 0, 1], [0, 4, 0, 5]], // prettier-ignore
      [0.4705882353, 0.3518518519, 0.34375, 0.2638888889, 0.2970588235],
    ],
    [
      'a class that nowhere comes',
      [[7, 0, 1], [0, 0, 0], [2, 0, 5]], // prettier-ignore
      [0.8, 0.7946428571, 0.8055555556, 0.7946428571, 0.7963800905],
    ],
  ] as const)('%s', (_, matrix, expected) => {
    const scores = classScores(matrix)!;
    classMeasures.forEach((measure, index) => expect(scores[measure]).toBeCloseTo(expected[index]!, 9));
  });

  test('of nothing there are none', () => expect(classScores([[0, 0], [0, 0]])).toBeNull()); // prettier-ignore

  test('always the same answer', () => {
    const plain = alwaysSaying([[8, 2], [1, 29]], 1); // prettier-ignore
    expect(plain).toEqual([[0, 10], [0, 30]]); // prettier-ignore
    expect(classScores(plain)).toMatchObject({ accuracy: 0.75, balancedAccuracy: 0.5 });
  });

  test('intervals are those of a bootstrap over samples, and the same each time', () => {
    const intervals = classIntervals(three)!;
    const expected = { accuracy: [0.88, 0.9667], f1: [0.8823, 0.9649] } as const;
    for (const measure of ['accuracy', 'f1'] as const)
      intervals[measure]!.forEach((end, index) =>
        expect(Math.abs(end - expected[measure][index]!)).toBeLessThan(0.015),
      );
    expect(classIntervals(three)).toEqual(intervals);
  });

  test('without a mistake it is not said that there never is one', () => {
    const none = { balancedAccuracy: null, precision: null, recall: null, f1: null };
    expect(classIntervals([[30, 0], [0, 30]])).toEqual({ accuracy: [0.95, 1], ...none }); // prettier-ignore
  });

  test('a thousand classes, each taken for ten others', () => {
    const matrix = Array.from({ length: 1000 }, (_, actual) =>
      Array.from({ length: 1000 }, (__, predicted) =>
        actual === predicted ? 10 : Number((predicted - actual + 1000) % 1000 < 11),
      ),
    );
    const accuracy = classIntervals(matrix)!.accuracy!;
    expect([accuracy[0] < 0.5, accuracy[1] > 0.5, accuracy[1] - accuracy[0] < 0.02]).toEqual([true, true, true]);
  });

  test('counts of many samples take no longer and are surer', () => {
    const many = three.map((row) => row.map((count) => count * 10_000));
    const [low, high] = classIntervals(many)!.accuracy!;
    expect([low < 0.92667, high > 0.92667, high - low < 0.002]).toEqual([true, true, true]);
  });
});

describe('scores of numbers', () => {
  const totals = (means: readonly number[], rows: readonly (readonly [readonly number[], readonly number[]])[]) => {
    const all = new ErrorTotals(means);
    for (const [right, said] of rows) right.forEach((value, unit) => all.take(unit, value, said[unit]!));
    return all.sums();
  };

  test('one number: as scikit-learn', () => {
    const [right, said] = [[1.5, 2, -3, 4, 10], [1, 2.5, -2, 3, 12]]; // prettier-ignore
    const sums = totals([2.9], right!.map((value, index) => [[value], [said![index]!]])); // prettier-ignore
    const scores = numberScores(sums)!;
    expect([scores.mae, scores.rmse, scores.r2]).toEqual([1, expect.closeTo(1.140175425, 8), expect.closeTo(0.927130045, 8)]); // prettier-ignore
    expect(numberScores({ ...sums, ...sums.baseline })!.r2).toBeCloseTo(0, 9);
  });

  test('several numbers: all of them, each beside its own mean', () => {
    const sums = totals([0, 0], [[[1, 10], [1.5, 12]], [[2, 30], [2, 25]], [[4, 20], [3, 21]]]); // prettier-ignore
    const scores = numberScores(sums)!;
    expect([scores.mae, scores.rmse, scores.r2]).toEqual([expect.closeTo(1.583333333, 8), expect.closeTo(2.282177323, 8), expect.closeTo(0.847312704, 8)]); // prettier-ignore
    expect(sums).toMatchObject({ count: 6, units: 2 });
  });

  test('what does not vary has no R²', () => expect(numberScores(totals([3], [[[3], [4]], [[3], [3]]]))!.r2).toBeNull()); // prettier-ignore

  test.each([0, 1e7])(
    'intervals hold what is true, also far from 0 (%d), and are closer where there are more',
    (far) => {
      const random = randomNumbers(7);
      const noise = () => random() + random() + random() - 1.5;
      const points = Array.from({ length: 400 }, () => {
        const right = far + 6 * noise();
        return [right, right + noise()] as const;
      });
      const some = numberIntervals(points, 400)!;
      // Of noise whose variance is a quarter.
      expect([some.rmse![0] < 0.5, some.rmse![1] > 0.5]).toEqual([true, true]);
      expect(some.r2![0]).toBeGreaterThan(0.95);
      const width = ([low, high]: readonly [number, number]) => high - low;
      expect(width(numberIntervals(points, 40_000)!.rmse!)).toBeCloseTo(width(some.rmse!) / 10, 9);
    },
  );
});

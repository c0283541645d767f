import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../../random';
import { AnswerKeeper } from '../keptAnswers';
import { ErrorTotals, numberScores } from '../numberScores';
import { calibrationError, calibrationOf } from './calibration';
import { curveScores } from './curveScores';
import { curveOf, rankScores, rankingOf } from './ranking';
import reference from './sklearn.json';
import { areProbabilities, asYesNo, foundYes, surenessOf, yesNoMatrix } from './yesNo';

const kept = (said: readonly (readonly number[])[], right: readonly number[], limit: number | null = null) => {
  const keeper = new AnswerKeeper(said[0]!.length, said.length, limit);
  said.forEach((own, sample) => keeper.take(sample, own, [right[sample]!]));
  return keeper.kept();
};
const yesNo = (said: readonly number[], right: readonly number[], limit = 0.5) =>
  kept(
    said.map((own) => [own]),
    right,
    limit,
  );
const modelOf = (scores: ReturnType<typeof curveScores>) => scores.map(({ model }) => model);

/** Numbers of scikit-learn 1.9.1: `e2e/scores/sklearn_curves.py`. */
describe('as scikit-learn', () => {
  test.each(reference.binary)('two classes, $name', ({ said, right, auc, averagePrecision, so, sure, ...at }) => {
    const ranked = rankScores(rankingOf(Float32Array.from(said), Uint8Array.from(right)), null)!;
    expect(ranked.auc).toBeCloseTo(auc, 9);
    expect(ranked.averagePrecision).toBeCloseTo(averagePrecision, 9);
    const bins = calibrationOf(surenessOf(yesNo(said, right))!);
    expect(bins.map((bin) => bin.so)).toEqual(so.map((own) => expect.closeTo(own, 6)));
    expect(bins.map((bin) => bin.sure)).toEqual(sure.map((own) => expect.closeTo(own, 6)));
    const found = foundYes(yesNoMatrix(yesNo(said, right, at.threshold)));
    expect([found.precision, found.recall, found.f1]).toEqual(at.found.map((own) => expect.closeTo(own, 9)));
  });

  test.each(reference.several)('$name, each against the rest', ({ said, right, auc, averagePrecision }) => {
    const shares = said[0]!.map(() => 1 / said[0]!.length);
    const [area, precision] = modelOf(curveScores(kept(said, right), shares));
    expect(area).toBeCloseTo(auc, 6);
    expect(precision).toBeCloseTo(averagePrecision, 6);
  });

  test.each(reference.numbers)('MAPE, $name', ({ right, said, mape }) => {
    const totals = new ErrorTotals([0]);
    right.forEach((own, at) => totals.take(0, own, said[at]!));
    expect(numberScores(totals.sums())!.mape).toBeCloseTo(mape, 9);
  });
});

test('MAPE by nothing is no score', () => {
  const totals = new ErrorTotals([1]);
  totals.take(0, 0, 1);
  totals.take(0, 2, 1);
  expect(numberScores(totals.sums())).toMatchObject({ mae: 1, mape: null });
});

test('the curves pass equal ones together, from nothing to everything', () => {
  const points = curveOf(rankingOf(Float32Array.of(0.9, 0.5, 0.5, 0.1), Uint8Array.of(1, 0, 1, 0)));
  expect(points.map(({ falsePositive, recall, precision }) => [falsePositive, recall, precision])).toEqual([
    [0, 0.5, 1],
    [0.5, 1, expect.closeTo(2 / 3, 9)],
    [1, 1, 0.5],
  ]);
  expect(curveOf(rankingOf(Float32Array.of(0.9, 0.1), Uint8Array.of(1, 1)))).toEqual([]);
});

test('the expected calibration error, by hand: half are sure of 0.9 and right four of five times', () => {
  const sure = Float32Array.of(0.85, 0.85, 0.85, 0.85, 0.85, 0.15, 0.15, 0.15, 0.15, 0.15);
  const so = Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
  expect(calibrationError({ sure, so }, null)).toBeCloseTo((0.05 + 0.15) / 2, 6);
  expect(calibrationError({ sure: new Float32Array(), so: new Uint8Array() }, null)).toBeNull();
});

test.each([
  ['one probability', [[0.2], [1]], 0.5, true, true],
  ['hinge', [[0.2], [1]], 0, false, false],
  ['softmax of two', [[0.2, 0.8]], null, true, true],
  ['softmax of three', [[0.2, 0.7, 0.1]], null, true, false],
  ['logits', [[2, -1]], null, false, false],
  ['sigmoids', [[0.9, 0.9]], null, false, false],
] as const)('%s', (_, said, limit, probabilities, threshold) => {
  const answers = kept(
    said,
    said.map(() => 0),
    limit,
  );
  expect(areProbabilities(answers)).toBe(probabilities);
  expect(asYesNo(answers) !== null).toBe(threshold);
});

describe('intervals beside the baseline', () => {
  /** Yes or no at random; what is said is drawn from what is so. */
  const drawn = (count: number, help: number, seed: number) => {
    const random = randomNumbers(seed);
    const said = Array.from({ length: count }, () => random());
    return yesNo(
      said,
      said.map((own) => Number(random() < 0.5 + help * (own - 0.5))),
    );
  };

  test('what says the truth is above the baseline, what guesses is around it', () => {
    const [auc, precision, error] = curveScores(drawn(400, 1, 3), [0.5, 0.5]);
    expect(auc!.interval![0]).toBeGreaterThan(auc!.baseline!);
    expect(precision!.interval![0]).toBeGreaterThan(precision!.baseline!);
    expect(error!.model).toBeLessThan(0.08);
    const [guess] = curveScores(drawn(400, 0, 4), [0.5, 0.5]);
    expect(guess!.interval![0] < 0.5 && guess!.interval![1] > 0.5).toBe(true);
  });

  test('as wide as the standard error of the area by Hanley and McNeil', () => {
    const answers = drawn(300, 1, 5);
    const [{ model, interval }] = curveScores(answers, [0.5, 0.5]) as [ReturnType<typeof curveScores>[number]];
    const positives = answers.right.reduce((sum, own) => sum + own, 0);
    const negatives = 300 - positives;
    const [q1, q2] = [model! / (2 - model!), (2 * model! ** 2) / (1 + model!)];
    const variance =
      (model! * (1 - model!) + (positives - 1) * (q1 - model! ** 2) + (negatives - 1) * (q2 - model! ** 2)) /
      (positives * negatives);
    const width = 2 * 1.96 * Math.sqrt(variance);
    expect((interval![1] - interval![0]) / width).toBeGreaterThan(0.8);
    expect((interval![1] - interval![0]) / width).toBeLessThan(1.2);
  });

  test('of very many samples it is quick, and closer', () => {
    const begun = performance.now();
    const [many] = curveScores(drawn(100_000, 1, 6), [0.5, 0.5]);
    expect(performance.now() - begun).toBeLessThan(3000);
    const width = many!.interval![1] - many!.interval![0];
    expect(width).toBeGreaterThan(0.003);
    expect(width).toBeLessThan(0.008);
  });

  test('where one class alone comes there is no curve', () => {
    expect(modelOf(curveScores(yesNo([0.9, 0.8], [1, 1]), [0, 1])).slice(0, 2)).toEqual([null, null]);
  });
});

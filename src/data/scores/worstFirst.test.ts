import { expect, test } from 'vitest';
import { AnswerKeeper, type KeptAnswers, saidClass } from './keptAnswers';
import { farthestOff, inCell, wrongClasses } from './worstFirst';

const kept = (
  units: number,
  rows: readonly (readonly [said: readonly number[], right: readonly number[]])[],
  limit: number | null = null,
): KeptAnswers => {
  const keeper = new AnswerKeeper(units, rows.length, limit);
  rows.forEach(([said, right], sample) => keeper.take(sample + 10, said, right));
  return keeper.kept();
};

// prettier-ignore
const several = kept(3, [
  [[0.8, 0.1, 0.1], [0]],
  [[0.4, 0.35, 0.25], [0]],
  [[0.05, 0.9, 0.05], [0]],
  [[0.3, 0.6, 0.1], [0]],
  [[0.2, 0.3, 0.5], [2]],
]);
const yesNo = kept(1, [[[0.9], [0]], [[0.6], [0]], [[0.2], [1]], [[0.7], [1]]], 0.5); // prettier-ignore
const numbers = kept(2, [[[1, 5], [1, 2]], [[0, 0], [9, 0]], [[2, 2], [2, 2]]]); // prettier-ignore

const places = (answered: readonly { readonly place: number }[]) => answered.map(({ place }) => place);

test.each([
  ['several classes, the wrong ones', several, { actual: 0, predicted: 1 }, [2, 3]],
  ['several classes, the right ones: the least certain first', several, { actual: 0, predicted: 0 }, [1, 0]],
  ['an empty cell', several, { actual: 1, predicted: 2 }, []],
  ['yes for no', yesNo, { actual: 0, predicted: 1 }, [0, 1]],
  ['no for yes', yesNo, { actual: 1, predicted: 0 }, [2]],
] as const)('%s', (_, answers, cell, expected) => {
  expect(places(inCell(answers, cell))).toEqual(expected);
});

test('the most certain mistakes come first, whichever classes they are of', () => {
  expect(places(wrongClasses(several))).toEqual([2, 3]);
  expect(places(wrongClasses(yesNo))).toEqual([0, 2, 1]);
});

test('numbers: the farthest off first, by the worst of several', () => {
  expect(farthestOff(numbers)).toEqual([
    { place: 1, error: 9 },
    { place: 0, error: 3 },
    { place: 2, error: 0 },
  ]);
  expect([...numbers.samples]).toEqual([10, 11, 12]);
});

test.each([
  [[0.2, 0.5, 0.5], null, 1],
  [[0.5], 0.5, 0],
  [[0.51], 0.5, 1],
  [[-0.1], 0, 0],
])('%j with the limit %j is class %i', (said, limit, expected) => {
  expect(saidClass(said, limit)).toBe(expected);
});

test('of very many samples every so many are kept', () => {
  const keeper = new AnswerKeeper(10, 50_000, null);
  for (let sample = 0; sample < 50_000; sample++) keeper.take(sample, new Float32Array(10), [0]);
  const { samples, said } = keeper.kept();
  expect([samples.length, said.length, samples[1]]).toEqual([16_667, 166_670, 3]);
});

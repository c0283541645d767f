import { expect, test } from 'vitest';
import type { Dataset } from '../../../../data/dataset';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { answersFit } from './useRunData';
import { certainty } from './useAnsweredText';

const answers: KeptAnswers = {
  samples: Uint32Array.of(1, 2),
  units: 2,
  said: Float32Array.of(0.6, 0.4, 0.1, 0.9),
  right: Float32Array.of(0, 1),
  limit: null,
};
const classes = (...labels: number[]) =>
  ({
    count: labels.length,
    target: { kind: 'classes', classes: ['a', 'b'], labels: Uint8Array.from(labels) },
  }) as const satisfies Pick<Dataset, 'target' | 'count'>;

test.each([
  ['the same', classes(1, 0, 1), true],
  ['in another order', classes(0, 1, 1), false],
  ['fewer', classes(1, 0), false],
  ['numbers', { count: 3, target: { kind: 'numbers', names: ['y'], values: Float32Array.of(1, 0, 1) } }, false],
] as const)('samples that are %s are those that were judged: %s', (_, data, expected) => {
  expect(answersFit(data, answers)).toBe(expected);
});

test.each([
  [[0.2, 0.8], null, 0.8],
  [[0.1], 0.5, 0.9],
  [[0.7], 0, null],
  [[2, 7], null, null],
  [[0.9, 0.9], null, null],
])('how sure %j is, limit %j', (said, limit, expected) => {
  expect(certainty(said, limit)).toBe(expected);
});

import { expect, test } from 'vitest';
import { topAnswers } from './topAnswers';

test('the five likeliest classes come first', () => {
  const { kind, answers } = topAnswers([0.05, 0.5, 0, 0.2, 0.1, 0.15]);
  expect(kind).toBe('probabilities');
  expect(answers.map(({ index }) => index)).toEqual([1, 3, 5, 4, 0]);
});

test('one probability is an answer of two classes', () => {
  expect(topAnswers([0.25])).toEqual({
    kind: 'probabilities',
    answers: [
      { index: 0, value: 0.75, length: 0.75 },
      { index: 1, value: 0.25, length: 0.25 },
    ],
  });
});

test('other numbers are shown as they are, the largest as the longest bar', () => {
  const { kind, answers } = topAnswers([-4, 2, 1]);
  expect(kind).toBe('values');
  expect(answers).toEqual([
    { index: 1, value: 2, length: 0.5 },
    { index: 2, value: 1, length: 0.25 },
    { index: 0, value: -4, length: 0 },
  ]);
});

test.each([[[NaN]], [[0.2, NaN, 0.8]], [[NaN, NaN]]])('%j has no likeliest class', (values) => {
  expect(topAnswers(values)).toEqual({ kind: 'none', answers: [] });
});

test('an infinite value is the longest bar, not one without end', () => {
  expect(topAnswers([1, Infinity, -2]).answers.map(({ index, length }) => [index, length])).toEqual([
    [1, 1],
    [0, 0.5],
    [2, 0],
  ]);
});

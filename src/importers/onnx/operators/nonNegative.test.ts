import { expect, test } from 'vitest';
import type { Draft } from '../conversion';
import { isNonNegative } from './nonNegative';

const draft = (name: string, className: string, inputs: readonly string[], config = {}): Draft => ({
  name,
  className,
  config,
  inputs,
  weights: [],
});
const layers = (...drafts: readonly Draft[]) => new Map(drafts.map((each) => [each.name, each]));
const relu = draft('relu', 'Activation', ['conv'], { activation: 'relu' });
const tanh = draft('tanh', 'Activation', ['conv'], { activation: 'tanh' });

test.each([
  ['relu', layers(relu), 'relu', true],
  ['tanh', layers(tanh), 'tanh', false],
  ['a leaky one', layers(draft('a', 'ReLU', ['conv'], { negative_slope: 0.1 })), 'a', false],
  ['a capped one', layers(draft('a', 'ReLU', ['conv'], { max_value: 6 })), 'a', true],
  ['a convolution', layers(draft('conv', 'Conv2D', ['relu']), relu), 'conv', false],
  ['a sum of both', layers(relu, tanh, draft('a', 'Add', ['relu', 'tanh'])), 'a', false],
  ['pools of what is not below', layers(relu, draft('a', 'MaxPooling2D', ['relu'])), 'a', true],
  ['an input', layers(draft('in', 'InputLayer', [])), 'in', false],
  ['what is not there', layers(), 'gone', false],
])('%s', (_, all, name, expected) => {
  expect(isNonNegative(name, all)).toBe(expected);
});

test('of sums of sums of sums each is looked at once: by all ways there would be no end', () => {
  const sums = Array.from({ length: 2_000 }, (_, at) => {
    const below = at === 0 ? 'relu' : `sum${at - 1}`;
    return draft(`sum${at}`, 'Add', [below, below]);
  });
  expect(isNonNegative('sum1999', layers(relu, ...sums))).toBe(true);
});

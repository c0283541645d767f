import { expect, test } from 'vitest';
import { saidAnswer } from './saidAnswer';

const output = (layer: string, ...values: number[]) => ({
  layer,
  shape: [values.length],
  values: Float32Array.from(values),
});
const named = () => String;

test.each([
  ['drawn', [output('a', 0.125, 0.875)], null, null, 'Answer 1, 87.5 %.', '예측 1, 87.5 %.'],
  [
    'a sample',
    [output('a', 0.25, 0.75)],
    { number: 2, right: '0' },
    null,
    'Sample 2: true 0, answer 1, 75.0 %.',
    '샘플 2: 정답 0, 예측 1, 75.0 %.',
  ],
  [
    'numbers',
    [output('a', 1.25)],
    { number: 3, right: '1.5' },
    1,
    'Sample 3: true 1.5, answer 1.25.',
    '샘플 3: 정답 1.5, 예측 1.25.',
  ],
  [
    'several outputs',
    [output('a', 0.25, 0.75), output('b', 3, 8)],
    null,
    null,
    'Answer a 1, 75.0 %; b 1, 8.',
    '예측 a 1, 75.0 %; b 1, 8.',
  ],
  [
    'no number',
    [output('a', Number.NaN, 1)],
    { number: 1, right: '0' },
    null,
    'No prediction: the model’s output is not a number (NaN). Train the model again, or check this sample.',
    /NaN/,
  ],
] as const)('%s', (_, outputs, about, numbers, en, ko) => {
  expect(saidAnswer(outputs, about, { language: 'en', named, numbers })).toBe(en);
  expect(saidAnswer(outputs, about, { language: 'ko', named, numbers })).toMatch(ko);
});

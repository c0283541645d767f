import { expect, test } from 'vitest';
import type { Target } from '../data/dataset';
import { answerText, rightText } from './answers';

const animals: Target = { kind: 'classes', classes: ['cat', 'dog', 'owl'], labels: Uint8Array.from([2, 0]) };
const numbers: Target = { kind: 'numbers', names: ['x', 'y'], values: Float32Array.from([1, 2, 3, 4]) };

test('the best classes come first, and a class without a name has its number', () => {
  expect(answerText([0.1, 0.6, 0.3], animals, 2)).toBe('dog: 0.6000  owl: 0.3000');
  expect(answerText([0, 0, 0, 1], animals, 1)).toBe('3: 1.0000');
});

test('numbers, and the one value of a yes or no, come as they are', () => {
  expect(answerText([1.5, -2], numbers)).toBe('1.5000  -2.0000');
  expect(answerText([0.75], animals)).toBe('0.7500');
});

test('what is right', () => {
  expect(rightText(animals, 0)).toBe('owl');
  expect(rightText(numbers, 1)).toBe('3.0000 4.0000');
});

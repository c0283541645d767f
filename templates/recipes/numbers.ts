import inputVector from '../../bricks/data/inputVector';
import type { Place } from '../../src/document/template';
import { deepMlp, mlp, perceptron } from './kinds';
import { adam, recipesFor } from './recipe';

const oneNumber = (place: Place) => place(inputVector, { shape: [1] });
const row = (place: Place) => place(inputVector, { shape: [12] });

/** Recipes 1–3: regression of one number on another. */
export const numberToNumber = recipesFor(
  {
    group: 'numberToNumber',
    name: { en: 'Number → number', ko: '수치 → 수치' },
    about: {
      en: 'Fits a curve to scattered points (regression).',
      ko: '흩어진 점들 뒤에 있는 곡선을 찾아요.',
    },
    output: { units: 1, activation: 'linear' },
    training: { dataset: 'line', loss: 'meanSquaredError', optimizer: adam(0.01), batchSize: 32, epochs: 20 },
  },
  [
    { number: 1, ...perceptron, input: oneNumber, weights: 2 },
    { number: 2, ...mlp, input: oneNumber, weights: 193 },
    { number: 3, ...deepMlp, input: oneNumber, weights: 4353 },
  ],
);

/** Recipes 4–6: one of two answers from 12 numbers. */
export const numbersToYesNo = recipesFor(
  {
    group: 'numbersToYesNo',
    name: { en: 'Numbers → yes or no', ko: '여러 수치 → 예/아니요' },
    about: { en: 'Predicts yes or no from twelve numbers.', ko: '수치 열두 개를 보고 예인지 아니요인지 예측해요.' },
    output: { units: 1, activation: 'sigmoid' },
    training: { dataset: 'threshold', loss: 'binaryCrossentropy', optimizer: adam(0.005), batchSize: 32, epochs: 15 },
  },
  [
    { number: 4, ...perceptron, input: row, weights: 13 },
    { number: 5, ...mlp, input: row, weights: 897 },
    { number: 6, ...deepMlp, input: row, weights: 5057 },
  ],
);

/** Recipes 7–9: one of ten classes from 12 numbers. */
export const numbersToClasses = recipesFor(
  {
    group: 'numbersToClasses',
    name: { en: 'Numbers → classes', ko: '여러 수치 → 클래스' },
    about: {
      en: 'Classifies rows of twelve numbers into ten classes.',
      ko: '수치 열두 개를 열 개의 클래스 중 하나로 분류해요.',
    },
    output: { units: 10, activation: 'softmax' },
    training: {
      dataset: 'groups',
      loss: 'sparseCategoricalCrossentropy',
      optimizer: adam(0.005),
      batchSize: 32,
      epochs: 15,
    },
  },
  [
    { number: 7, ...perceptron, input: row, weights: 130 },
    { number: 8, ...mlp, input: row, weights: 1482 },
    { number: 9, ...deepMlp, input: row, weights: 5642 },
  ],
);

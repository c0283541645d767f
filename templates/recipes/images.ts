import inputImage from '../../bricks/data/inputImage';
import inputVector from '../../bricks/data/inputVector';
import type { Place } from '../../src/document/template';
import { imageCnn, imageDeepCnn, imageMlp } from './kinds';
import { recipesFor } from './recipe';

const picture = (place: Place) => place(inputImage, { shape: [28, 28, 1] });
const pixels = (place: Place) => place(inputVector, { shape: [28 * 28] });

/** Recipes 10 and 11: a number read from a picture. */
export const imageToNumber = recipesFor(
  {
    group: 'imageToNumber',
    name: { en: 'Image → number', ko: '이미지 → 수치' },
    about: {
      en: 'Estimates the value of a handwritten digit as a number.',
      ko: '손글씨 숫자의 값을 하나의 수치로 예측해요.',
    },
    output: { units: 1, activation: 'linear' },
    training: { dataset: 'digits-value', loss: 'meanSquaredError', batchSize: 64, epochs: 5 },
  },
  [
    { number: 10, ...imageMlp('linear'), input: pixels, weights: 332_801 },
    { number: 11, ...imageCnn, input: picture, weights: 214_881 },
  ],
);

/** Recipes 12–14: one of two answers from a picture. */
export const imageToYesNo = recipesFor(
  {
    group: 'imageToYesNo',
    name: { en: 'Image → yes or no', ko: '이미지 → 예/아니요' },
    about: { en: 'Decides whether a handwritten digit is odd.', ko: '손글씨 숫자가 홀수인지 짝수인지 판별해요.' },
    output: { units: 1, activation: 'sigmoid' },
    training: { dataset: 'digits-odd', loss: 'binaryCrossentropy', batchSize: 64, epochs: 4 },
  },
  [
    { number: 12, ...imageMlp('relu'), input: pixels, weights: 332_801 },
    { number: 13, ...imageCnn, input: picture, weights: 214_881 },
    { number: 14, ...imageDeepCnn, input: picture, weights: 327_649 },
  ],
);

/** Recipes 15–17: one of ten classes from a picture. */
export const imageToClasses = recipesFor(
  {
    group: 'imageToClasses',
    name: { en: 'Image → classes', ko: '이미지 → 클래스' },
    about: { en: 'Classifies the ten handwritten digits.', ko: '손글씨 숫자 열 가지를 분류해요.' },
    output: { units: 10, activation: 'softmax' },
    training: { dataset: 'digits', loss: 'sparseCategoricalCrossentropy', batchSize: 64, epochs: 4 },
  },
  [
    { number: 15, ...imageMlp('relu'), input: pixels, weights: 335_114 },
    { number: 16, ...imageCnn, input: picture, weights: 217_194 },
    { number: 17, ...imageDeepCnn, input: picture, weights: 329_962 },
  ],
);

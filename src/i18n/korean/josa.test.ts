import { expect, test } from 'vitest';
import { josa, type Particle } from './josa';

const cases: readonly (readonly [string | number, Particle, string])[] = [
  // Hangul, ㄹ among it.
  ['층', '을/를', '층을'],
  ['이미지', '을/를', '이미지를'],
  ['서울', '으로/로', '서울로'],
  ['평균', '으로/로', '평균으로'],
  ['나무', '이에요/예요', '나무예요'],
  ['값', '이라는/라는', '값이라는'],
  // Digits as they are read.
  ['28×28×1', '으로/로', '28×28×1로'],
  ['28×28×1', '이에요/예요', '28×28×1이에요'],
  [224, '이어야/여야', '224여야'],
  [10, '으로/로', '10으로'],
  [3, '을/를', '3을'],
  [0.5, '이/가', '0.5가'],
  ['1,000', '과/와', '1,000과'],
  ['12.5 %', '을/를', '12.5 %를'],
  ['1.2 MB', '이에요/예요', '1.2 MB예요'],
  ['28픽셀', '으로/로', '28픽셀로'],
  ...Array.from(
    { length: 10 },
    (_, digit) => [digit, '은/는', `${digit}${'2459'.includes(`${digit}`) ? '는' : '은'}`] as const,
  ),
  ...Array.from(
    { length: 10 },
    (_, digit) => [digit, '으로/로', `${digit}${'036'.includes(`${digit}`) ? '으로' : '로'}`] as const,
  ),
  // Letters by their names, words as they are said.
  ['conv2d', '은/는', 'conv2d는'],
  ['Conv2D', '을/를', 'Conv2D를'],
  ['conv2d_1', '을/를', 'conv2d_1을'],
  ['LSTM', '은/는', 'LSTM은'],
  ['RNN', '으로/로', 'RNN으로'],
  ['URL', '으로/로', 'URL로'],
  ['SVR', '을/를', 'SVR을'],
  ['x', '을/를', 'x를'],
  ['n', '을/를', 'n을'],
  ['GRU', '이/가', 'GRU가'],
  ['flatten', '이/가', 'flatten이'],
  ['Dense', '이/가', 'Dense가'],
  ['Dropout', '을/를', 'Dropout을'],
  ['BatchNormalization', '과/와', 'BatchNormalization과'],
  ['Embedding', '으로/로', 'Embedding으로'],
  ['block1_pool', '으로/로', 'block1_pool로'],
  ['backbone', '은/는', 'backbone은'],
  ['softmax', '이에요/예요', 'softmax예요'],
  ['Layer', '을/를', 'Layer를'],
  ['model.json', '을/를', 'model.json을'],
  ['data.zip', '을/를', 'data.zip을'],
  ['weights.h5', '을/를', 'weights.h5를'],
  // Quotes and brackets are not said.
  ['“사진”', '을/를', '“사진”을'],
  ['“flatten”', '이/가', '“flatten”이'],
  ['"28×28"', '이에요/예요', '"28×28"이에요'],
  ['[28, 28, 1]', '으로/로', '[28, 28, 1]로'],
  ['(32, 10)', '이에요/예요', '(32, 10)이에요'],
  ['층(레이어)', '을/를', '층(레이어)을'],
  ['“사진” (3장)', '을/를', '“사진” (3장)을'],
  ['a long name…', '을/를', 'a long name…을'],
  ['', '을/를', '를'],
];

test.each(cases)('%s with %s is %s', (value, particle, whole) => {
  expect(josa(value, particle)).toBe(whole);
});

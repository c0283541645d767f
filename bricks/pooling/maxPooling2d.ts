import { defineBrick } from '../../src/brick/brick';
import { pair } from '../../src/brick/fields';
import { pooled, poolingWords } from '../../src/brick/layers/pooling';
import { windows } from '../../src/brick/shape';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'maxPooling2d',
  category: 'pooling',
  layer: { tfjs: 'maxPooling2d', keras: 'MaxPooling2D' },
  page: 'pooling_layers/max_pooling2d',
  also: '최대 풀링, 맥스풀링, 맥스 풀링, 최댓값 풀링, max pooling',
  drawing: 'slidingMax',
  inputs: 1,
  params: { poolSize: pair(2), strides: pair(2), padding: padding() },
  face: ['poolSize'],
  everyday: true,
  positional: ['poolSize'],
  follows: { strides: 'poolSize' },
  traits: () => ({ range: 'kept' }),
  shape: ([x], params) => pooled(x, spatial.picture, params),
  window: ({ poolSize, strides }) => windows(poolSize, strides),
  docs: {
    en: {
      name: 'MaxPooling2D',
      about: 'Keeps the largest value of every window, so that small shifts do not matter.',
      params: poolingWords.picture.en,
    },
    ko: {
      name: 'MaxPooling2D',
      about: '윈도마다 가장 큰 값만 남겨요. 위치가 조금 달라져도 결과가 크게 바뀌지 않아요.',
      params: poolingWords.picture.ko,
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 8]], out: [14, 14, 8], weights: 0 },
    { params: { poolSize: [3, 3], strides: [2, 2], padding: 'same' }, in: [[7, 6, 3]], out: [4, 3, 3], weights: 0 },
    { params: { poolSize: [3, 2], strides: [1, 2] }, in: [[7, 7, 2]], out: [5, 3, 2], weights: 0 },
  ],
});

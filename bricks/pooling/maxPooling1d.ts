import { defineBrick } from '../../src/brick/brick';
import { integer } from '../../src/brick/fields';
import { pooled, poolingWords } from '../../src/brick/layers/pooling';
import { windows } from '../../src/brick/shape';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'maxPooling1d',
  category: 'pooling',
  layer: { tfjs: 'maxPooling1d', keras: 'MaxPooling1D' },
  page: 'pooling_layers/max_pooling1d',
  also: '최대 풀링, 맥스풀링, 맥스 풀링, 최댓값 풀링, max pooling',
  drawing: 'slidingMax',
  inputs: 1,
  params: { poolSize: integer(2), strides: integer(2), padding: padding() },
  face: ['poolSize'],
  positional: ['poolSize'],
  follows: { strides: 'poolSize' },
  traits: () => ({ range: 'kept' }),
  shape: ([x], params) => pooled(x, spatial.sequence, params),
  window: ({ poolSize, strides }) => windows([poolSize], [strides]),
  docs: {
    en: {
      name: 'MaxPooling1D',
      about: 'Keeps the largest value of every window of time steps, so that small shifts do not matter.',
      params: poolingWords.sequence.en,
    },
    ko: {
      name: 'MaxPooling1D',
      about: '타임스텝 윈도마다 가장 큰 값만 남겨요. 위치가 조금 달라져도 결과가 크게 바뀌지 않아요.',
      params: poolingWords.sequence.ko,
    },
  },
  examples: [
    { params: {}, in: [[120, 64]], out: [60, 64], weights: 0 },
    { params: { poolSize: 4, strides: 4 }, in: [[198, 2]], out: [49, 2], weights: 0 },
    { params: { poolSize: 3, strides: 2, padding: 'same' }, in: [[7, 3]], out: [4, 3], weights: 0 },
  ],
});

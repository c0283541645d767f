import { defineBrick } from '../../src/brick/brick';
import { integer } from '../../src/brick/fields';
import { pooled, poolingWords } from '../../src/brick/layers/pooling';
import { windows } from '../../src/brick/shape';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'averagePooling1d',
  category: 'pooling',
  layer: { tfjs: 'averagePooling1d', keras: 'AveragePooling1D' },
  page: 'pooling_layers/average_pooling1d',
  also: '평균 풀링, 애버리지 풀링, average pooling',
  drawing: 'slidingAverage',
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
      name: 'AveragePooling1D',
      about: 'Keeps the mean of every window of time steps: a shorter, smoother sequence.',
      params: poolingWords.sequence.en,
    },
    ko: {
      name: 'AveragePooling1D',
      about: '타임스텝 윈도마다 평균을 구해 시퀀스를 짧고 부드럽게 만들어요.',
      params: poolingWords.sequence.ko,
    },
  },
  examples: [
    { params: {}, in: [[120, 64]], out: [60, 64], weights: 0 },
    { params: { poolSize: 4, strides: 4 }, in: [[198, 2]], out: [49, 2], weights: 0 },
    { params: { poolSize: 3, strides: 2, padding: 'same' }, in: [[7, 3]], out: [4, 3], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { pair } from '../../src/brick/fields';
import { pooled, poolingWords } from '../../src/brick/layers/pooling';
import { windows } from '../../src/brick/shape';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'averagePooling2d',
  category: 'pooling',
  layer: { tfjs: 'averagePooling2d', keras: 'AveragePooling2D' },
  page: 'pooling_layers/average_pooling2d',
  also: '평균 풀링, 애버리지 풀링, average pooling',
  drawing: 'slidingAverage',
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
      name: 'AveragePooling2D',
      about: 'Keeps the mean of every window: a smaller, smoother feature map.',
      params: poolingWords.picture.en,
    },
    ko: {
      name: 'AveragePooling2D',
      about: '윈도마다 평균을 구해 특성 맵을 작고 부드럽게 만들어요.',
      params: poolingWords.picture.ko,
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 8]], out: [14, 14, 8], weights: 0 },
    { params: { poolSize: [3, 3], strides: [2, 2], padding: 'same' }, in: [[7, 6, 3]], out: [4, 3, 3], weights: 0 },
    { params: { poolSize: [3, 2], strides: [1, 2] }, in: [[7, 7, 2]], out: [5, 3, 2], weights: 0 },
  ],
});

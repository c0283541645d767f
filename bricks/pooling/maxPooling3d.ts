import { defineBrick } from '../../src/brick/brick';
import { triple } from '../../src/brick/fields';
import { pooled, poolingWords } from '../../src/brick/layers/pooling';
import { windows } from '../../src/brick/shape';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'maxPooling3d',
  category: 'pooling',
  layer: { tfjs: 'maxPooling3d', keras: 'MaxPooling3D' },
  page: 'pooling_layers/max_pooling3d',
  also: '최대 풀링, 맥스풀링, 맥스 풀링, 최댓값 풀링, max pooling',
  drawing: 'slidingMax',
  inputs: 1,
  params: { poolSize: triple(2), strides: triple(2), padding: padding() },
  face: ['poolSize'],
  positional: ['poolSize'],
  follows: { strides: 'poolSize' },
  traits: () => ({ range: 'kept' }),
  shape: ([x], params) => pooled(x, spatial.volume, params),
  own: () => 'pooling/pooling3d',
  args: (params) => ({ operation: 'max', ...params }),
  kerasArgs: (params) => ({ ...params }),
  window: ({ poolSize, strides }) => windows(poolSize, strides),
  docs: {
    en: {
      name: 'MaxPooling3D',
      about: 'Keeps the largest value of every window of a volume or video.',
      params: poolingWords.volume.en,
    },
    ko: {
      name: 'MaxPooling3D',
      about: '3차원 볼륨이나 동영상의 윈도마다 가장 큰 값만 남겨요.',
      params: poolingWords.volume.ko,
    },
  },
  examples: [
    { params: {}, in: [[8, 8, 8, 4]], out: [4, 4, 4, 4], weights: 0 },
    {
      params: { poolSize: [3, 3, 2], strides: [2, 1, 2], padding: 'same' },
      in: [[5, 4, 7, 2]],
      out: [3, 4, 4, 2],
      weights: 0,
    },
  ],
});

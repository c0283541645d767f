import { defineBrick } from '../../src/brick/brick';
import { globalFields, pooledWhole, poolingWords } from '../../src/brick/layers/pooling';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'globalMaxPooling3d',
  category: 'pooling',
  layer: { tfjs: 'globalMaxPooling3d', keras: 'GlobalMaxPooling3D' },
  page: 'pooling_layers/global_max_pooling3d',
  also: '전역 최대 풀링, 글로벌 맥스 풀링, GMP, global max pooling',
  drawing: 'wholeMax',
  inputs: 1,
  params: globalFields,
  face: [],
  traits: () => ({ range: 'kept', positions: 'mixed' }),
  shape: ([x], { keepdims }) => pooledWhole(x, spatial.volume, keepdims),
  own: () => 'pooling/globalPooling',
  args: ({ keepdims }) => ({ operation: 'max', keepdims }),
  kerasArgs: ({ keepdims }) => ({ keepdims }),
  docs: {
    en: {
      name: 'GlobalMaxPooling3D',
      about: 'Keeps the largest value of each channel of a volume or a film, and gives one number for it.',
      params: poolingWords.whole.en,
    },
    ko: {
      name: 'GlobalMaxPooling3D',
      about: '볼륨이나 동영상의 채널마다 최댓값 하나를 출력해요.',
      params: poolingWords.whole.ko,
    },
  },
  examples: [
    { params: {}, in: [[4, 7, 7, 16]], out: [16], weights: 0 },
    { params: { keepdims: true }, in: [[2, 3, 5, 2]], out: [1, 1, 1, 2], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { globalFields, pooledWhole, poolingWords } from '../../src/brick/layers/pooling';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'globalAveragePooling3d',
  category: 'pooling',
  layer: { tfjs: 'globalAveragePooling3d', keras: 'GlobalAveragePooling3D' },
  page: 'pooling_layers/global_average_pooling3d',
  also: '전역 평균 풀링, 글로벌 평균 풀링, GAP, global average pooling',
  drawing: 'wholeAverage',
  inputs: 1,
  params: globalFields,
  face: [],
  traits: () => ({ range: 'kept', positions: 'mixed' }),
  shape: ([x], { keepdims }) => pooledWhole(x, spatial.volume, keepdims),
  own: () => 'pooling/globalPooling',
  args: ({ keepdims }) => ({ operation: 'average', keepdims }),
  kerasArgs: ({ keepdims }) => ({ keepdims }),
  docs: {
    en: {
      name: 'GlobalAveragePooling3D',
      about: 'Averages each channel of a volume or a film, and gives one number for it.',
      params: poolingWords.whole.en,
    },
    ko: {
      name: 'GlobalAveragePooling3D',
      about: '볼륨이나 동영상의 채널마다 평균 하나를 출력해요.',
      params: poolingWords.whole.ko,
    },
  },
  examples: [
    { params: {}, in: [[4, 7, 7, 16]], out: [16], weights: 0 },
    { params: { keepdims: true }, in: [[2, 3, 5, 2]], out: [1, 1, 1, 2], weights: 0 },
  ],
});

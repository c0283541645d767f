import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { globalFields, pooledWhole, poolingWords } from '../../src/brick/layers/pooling';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'globalAveragePooling2d',
  category: 'pooling',
  layer: { tfjs: 'globalAveragePooling2d', keras: 'GlobalAveragePooling2D' },
  page: 'pooling_layers/global_average_pooling2d',
  also: '전역 평균 풀링, 글로벌 평균 풀링, GAP, global average pooling',
  drawing: 'wholeAverage',
  inputs: 1,
  params: globalFields,
  face: [],
  everyday: true,
  offered: 2,
  traits: () => ({ range: 'kept', positions: 'mixed' }),
  shape: ([x], { keepdims }) => pooledWhole(x, spatial.picture, keepdims),
  own: ({ keepdims }) => (keepdims ? 'pooling/globalPooling' : null),
  args: ({ keepdims }): Arguments => (keepdims ? { operation: 'average', keepdims } : {}),
  kerasArgs: ({ keepdims }) => ({ keepdims }),
  docs: {
    en: {
      name: 'GlobalAveragePooling2D',
      about:
        'Keeps one number per channel: the mean of the whole feature map. Turns an image into a vector without weights.',
      params: poolingWords.whole.en,
    },
    ko: {
      name: 'GlobalAveragePooling2D',
      about: '채널마다 특성 맵 전체의 평균을 구해요. 가중치 없이 이미지를 벡터로 바꿔요.',
      params: poolingWords.whole.ko,
    },
  },
  examples: [
    { params: {}, in: [[7, 7, 512]], out: [512], weights: 0 },
    { params: {}, in: [[3, 5, 2]], out: [2], weights: 0 },
    { params: { keepdims: true }, in: [[3, 5, 2]], out: [1, 1, 2], weights: 0 },
  ],
});

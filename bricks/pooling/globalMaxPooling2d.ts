import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { globalFields, pooledWhole, poolingWords } from '../../src/brick/layers/pooling';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'globalMaxPooling2d',
  category: 'pooling',
  layer: { tfjs: 'globalMaxPooling2d', keras: 'GlobalMaxPooling2D' },
  page: 'pooling_layers/global_max_pooling2d',
  also: '전역 최대 풀링, 글로벌 맥스 풀링, GMP, global max pooling',
  drawing: 'wholeMax',
  inputs: 1,
  params: globalFields,
  face: [],
  everyday: true,
  offered: 3,
  traits: () => ({ range: 'kept', positions: 'mixed' }),
  shape: ([x], { keepdims }) => pooledWhole(x, spatial.picture, keepdims),
  own: ({ keepdims }) => (keepdims ? 'pooling/globalPooling' : null),
  args: ({ keepdims }): Arguments => (keepdims ? { operation: 'max', keepdims } : {}),
  kerasArgs: ({ keepdims }) => ({ keepdims }),
  docs: {
    en: {
      name: 'GlobalMaxPooling2D',
      about:
        'Keeps one number per channel: the largest of the whole feature map. Turns an image into a vector without weights.',
      params: poolingWords.whole.en,
    },
    ko: {
      name: 'GlobalMaxPooling2D',
      about: '채널마다 특성 맵 전체에서 가장 큰 값만 남겨요. 가중치 없이 이미지를 벡터로 바꿔요.',
      params: poolingWords.whole.ko,
    },
  },
  examples: [
    { params: {}, in: [[7, 7, 512]], out: [512], weights: 0 },
    { params: {}, in: [[3, 5, 2]], out: [2], weights: 0 },
    { params: { keepdims: true }, in: [[3, 5, 2]], out: [1, 1, 2], weights: 0 },
  ],
});

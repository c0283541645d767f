import { defineBrick } from '../../src/brick/brick';
import {
  convolutionWeights,
  convolutionWindows,
  convolutionWords,
  convolved,
  filterFields,
  groups,
  ownConvolution,
} from '../../src/brick/layers/convolution';
import { integer, pair } from '../../src/brick/fields';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'conv2d',
  category: 'convolution',
  layer: { tfjs: 'conv2d', keras: 'Conv2D' },
  page: 'convolution_layers/convolution2d',
  also: '윈도, 윈도우, 창, 스트라이드, 보폭, 이동 간격, 팽창, 딜레이션, 확장, 합성곱, 컨볼루션, 콘볼루션, 컨벌루션, 합성곱층, 컨볼루션 레이어, convolution, CNN, 필터, 커널',
  inputs: 1,
  params: {
    filters: integer(32),
    kernelSize: pair(3),
    strides: pair(1),
    padding: padding(),
    dilationRate: pair(1, { advanced: true }),
    groups: groups(),
    ...filterFields,
  },
  face: ['filters', 'kernelSize', 'activation'],
  everyday: true,
  positional: ['filters', 'kernelSize'],
  shape: ([x], params) => convolved(x, spatial.picture, params),
  weights: ([x], params) => convolutionWeights(x, spatial.picture, params),
  window: convolutionWindows,
  own: ownConvolution,
  docs: {
    en: {
      name: 'Conv2D',
      about: 'Extracts local features with filters that slide over the image.',
      params: convolutionWords.picture.en,
    },
    ko: {
      name: 'Conv2D',
      about: '이미지 위를 움직이는 필터로 지역 특성을 추출해요.',
      params: convolutionWords.picture.ko,
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[32, 32, 3]], out: [30, 30, 8], weights: 224 },
    { params: { filters: 64, padding: 'same', activation: 'relu' }, in: [[9, 9, 1]], out: [9, 9, 64], weights: 640 },
    { params: { filters: 4, strides: [2, 3], useBias: false }, in: [[17, 16, 2]], out: [8, 5, 4], weights: 72 },
    { params: { filters: 4, dilationRate: [2, 3], activation: 'relu' }, in: [[9, 10, 2]], out: [5, 4, 4], weights: 76 },
    { params: { filters: 6, groups: 2, padding: 'same' }, in: [[5, 5, 4]], out: [5, 5, 6], weights: 114 },
  ],
});

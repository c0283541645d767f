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
import { integer, triple } from '../../src/brick/fields';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'conv3d',
  category: 'convolution',
  layer: { tfjs: 'conv3d', keras: 'Conv3D' },
  page: 'convolution_layers/convolution3d',
  also: '윈도, 윈도우, 창, 스트라이드, 보폭, 이동 간격, 팽창, 딜레이션, 확장, 합성곱, 컨볼루션, 콘볼루션, 컨벌루션, 합성곱층, 컨볼루션 레이어, convolution, CNN, 필터, 커널',
  inputs: 1,
  params: {
    filters: integer(32),
    kernelSize: triple(3),
    strides: triple(1),
    padding: padding(),
    dilationRate: triple(1, { advanced: true }),
    groups: groups(),
    ...filterFields,
  },
  face: ['filters', 'kernelSize', 'activation'],
  positional: ['filters', 'kernelSize'],
  shape: ([x], params) => convolved(x, spatial.volume, params),
  weights: ([x], params) => convolutionWeights(x, spatial.volume, params),
  window: convolutionWindows,
  own: ownConvolution,
  docs: {
    en: {
      name: 'Conv3D',
      about: 'Extracts local features with filters that slide through a volume, or through a video in space and time.',
      params: convolutionWords.volume.en,
    },
    ko: {
      name: 'Conv3D',
      about: '3차원 볼륨이나 동영상의 공간과 시간을 따라 움직이는 필터로 지역 특성을 추출해요.',
      params: convolutionWords.volume.ko,
    },
  },
  examples: [
    { params: { filters: 4 }, in: [[8, 8, 8, 1]], out: [6, 6, 6, 4], weights: 112 },
    {
      params: { filters: 2, kernelSize: [2, 3, 1], strides: [1, 2, 2], padding: 'same', useBias: false },
      in: [[3, 5, 4, 2]],
      out: [3, 3, 2, 2],
      weights: 24,
    },
  ],
});

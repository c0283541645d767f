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
import { choice, integer } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'conv1d',
  category: 'convolution',
  layer: { tfjs: 'conv1d', keras: 'Conv1D' },
  page: 'convolution_layers/convolution1d',
  also: '윈도, 윈도우, 창, 스트라이드, 보폭, 이동 간격, 팽창, 딜레이션, 확장, 합성곱, 컨볼루션, 콘볼루션, 컨벌루션, 합성곱층, 컨볼루션 레이어, convolution, CNN, 필터, 커널',
  inputs: 1,
  params: {
    filters: integer(32),
    kernelSize: integer(3),
    strides: integer(1),
    padding: choice(['valid', 'same', 'causal'], 'valid'),
    dilationRate: integer(1, { advanced: true }),
    groups: groups(),
    ...filterFields,
  },
  face: ['filters', 'kernelSize', 'activation'],
  everyday: true,
  positional: ['filters', 'kernelSize'],
  shape: ([x], params) => convolved(x, spatial.sequence, params),
  weights: ([x], params) => convolutionWeights(x, spatial.sequence, params),
  window: convolutionWindows,
  own: ownConvolution,
  docs: {
    en: {
      name: 'Conv1D',
      about: 'Extracts local features with filters that slide along the time steps of a sequence.',
      params: convolutionWords.sequence.en,
    },
    ko: {
      name: 'Conv1D',
      about: '시퀀스의 타임스텝을 따라 움직이는 필터로 지역 특성을 추출해요.',
      params: convolutionWords.sequence.ko,
    },
  },
  examples: [
    { params: { filters: 16, activation: 'relu' }, in: [[40, 8]], out: [38, 16], weights: 400 },
    { params: { filters: 4, strides: 2, padding: 'same', useBias: false }, in: [[9, 2]], out: [5, 4], weights: 24 },
    {
      params: { filters: 4, kernelSize: 2, padding: 'causal', dilationRate: 4 },
      in: [[12, 3]],
      out: [12, 4],
      weights: 28,
    },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { convolutionWindows } from '../../src/brick/layers/convolution';
import {
  depthwiseFields,
  depthwiseShape,
  depthwiseWeights,
  depthwiseWords,
  pointwiseFields,
  pointwiseWords,
} from '../../src/brick/layers/depthwise';
import { integer } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'separableConv1d',
  category: 'convolution',
  layer: { tfjs: 'separableConv1d', keras: 'SeparableConv1D' },
  page: 'convolution_layers/separable_convolution1d',
  also: '깊이별 분리 합성곱, 깊이별 합성곱, 분리 합성곱, 세퍼러블, depthwise separable',
  paper: 'https://arxiv.org/abs/1610.02357',
  inputs: 1,
  params: { filters: integer(32), ...depthwiseFields.sequence, ...pointwiseFields },
  face: ['filters', 'kernelSize', 'activation'],
  positional: ['filters', 'kernelSize'],
  own: () => 'convolution/separableConvolution',
  traits: () => ({ refusesWhole: true }),
  shape: ([x], params) => depthwiseShape(x, spatial.sequence, params),
  weights: ([x], params) => depthwiseWeights(x, spatial.sequence, params),
  window: convolutionWindows,
  docs: {
    en: {
      name: 'SeparableConv1D',
      about:
        'A convolution along a sequence in two steps: first along each channel by itself, then over all channels at each ' +
        'step. Far fewer weights than Conv1D.',
      params: {
        ...depthwiseWords.sequence.en,
        ...pointwiseWords.en,
        filters: 'Number of filters, and so of output channels',
      },
    },
    ko: {
      name: 'SeparableConv1D',
      about:
        '시퀀스의 합성곱을 두 단계로 나눠요. 먼저 채널마다 따로, 다음에 타임스텝마다 모든 채널을 섞어요. ' +
        'Conv1D보다 가중치가 훨씬 적어요.',
      params: { ...depthwiseWords.sequence.ko, ...pointwiseWords.ko, filters: '필터의 수, 곧 출력 채널 수' },
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[32, 3]], out: [30, 8], weights: 41 },
    { params: { filters: 4, padding: 'same', useBias: false }, in: [[9, 5]], out: [9, 4], weights: 35 },
    { params: { filters: 6, strides: 2, depthMultiplier: 2 }, in: [[8, 3]], out: [3, 6], weights: 60 },
  ],
});

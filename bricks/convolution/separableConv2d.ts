import { defineBrick } from '../../src/brick/brick';
import { convolutionWindows, several } from '../../src/brick/layers/convolution';
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
  type: 'separableConv2d',
  category: 'convolution',
  layer: { tfjs: 'separableConv2d', keras: 'SeparableConv2D' },
  page: 'convolution_layers/separable_convolution2d',
  also: '깊이별 분리 합성곱, 깊이별 합성곱, 분리 합성곱, 세퍼러블, depthwise separable',
  paper: 'https://arxiv.org/abs/1610.02357',
  inputs: 1,
  params: {
    filters: integer(32),
    ...depthwiseFields.picture,
    ...pointwiseFields,
  },
  face: ['filters', 'kernelSize', 'activation'],
  positional: ['filters', 'kernelSize'],
  traits: () => ({ refusesWhole: true }),
  shape: ([x], params) => depthwiseShape(x, spatial.picture, params),
  weights: ([x], params) => depthwiseWeights(x, spatial.picture, params),
  window: convolutionWindows,
  // That of TensorFlow.js trains no dilation, and draws both kernels by the initializer of the first.
  own: ({ dilationRate, depthwiseInitializer, pointwiseInitializer }) => {
    const alike = JSON.stringify(depthwiseInitializer) === JSON.stringify(pointwiseInitializer);
    return several(dilationRate) || !alike ? 'convolution/separableConvolution' : null;
  },
  docs: {
    en: {
      name: 'SeparableConv2D',
      about:
        'A convolution in two cheap steps: every channel gets a window of its own, then a 1×1 convolution mixes the ' +
        'channels. Far fewer weights than Conv2D.',
      params: {
        ...depthwiseWords.picture.en,
        ...pointwiseWords.en,
        filters: 'Number of channels after the mixing step',
      },
    },
    ko: {
      name: 'SeparableConv2D',
      about:
        '합성곱을 두 단계로 나눠요. 먼저 채널마다 따로 윈도를 적용하고, 1×1 합성곱으로 채널을 섞어요. ' +
        'Conv2D보다 가중치가 훨씬 적어요.',
      params: {
        ...depthwiseWords.picture.ko,
        ...pointwiseWords.ko,
        filters: '채널을 섞은 뒤의 출력 채널 수',
      },
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[32, 32, 3]], out: [30, 30, 8], weights: 59 },
    { params: { filters: 4, padding: 'same', useBias: false }, in: [[9, 9, 5]], out: [9, 9, 4], weights: 65 },
    { params: { filters: 6, strides: [2, 2], depthMultiplier: 2 }, in: [[8, 9, 3]], out: [3, 4, 6], weights: 96 },
  ],
});

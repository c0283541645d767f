import { defineBrick } from '../../src/brick/brick';
import { convolutionWindows, several } from '../../src/brick/layers/convolution';
import { depthwiseFields, depthwiseShape, depthwiseWeights, depthwiseWords } from '../../src/brick/layers/depthwise';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'depthwiseConv2d',
  category: 'convolution',
  layer: { tfjs: 'depthwiseConv2d', keras: 'DepthwiseConv2D' },
  page: 'convolution_layers/depthwise_convolution2d',
  also: '깊이별 합성곱, 뎁스와이즈, 깊이별 분리 합성곱',
  drawing: 'depthwise',
  paper: 'https://arxiv.org/abs/1704.04861',
  inputs: 1,
  params: depthwiseFields.picture,
  face: ['kernelSize', 'strides', 'activation'],
  positional: ['kernelSize'],
  traits: () => ({ refusesWhole: true }),
  shape: ([x], params) => depthwiseShape(x, spatial.picture, params),
  weights: ([x], params) => depthwiseWeights(x, spatial.picture, params),
  window: convolutionWindows,
  own: ({ dilationRate }) => (several(dilationRate) ? 'convolution/depthwiseConvolution' : null),
  docs: {
    en: {
      name: 'DepthwiseConv2D',
      about:
        'Slides a separate filter over each channel without mixing channels. Followed by a 1×1 Conv2D, it does ' +
        'the work of a convolution with far fewer weights.',
      params: depthwiseWords.picture.en,
    },
    ko: {
      name: 'DepthwiseConv2D',
      about:
        '채널을 섞지 않고 채널마다 따로 윈도를 움직여요. ' +
        '뒤에 1×1 Conv2D를 두면 훨씬 적은 가중치로 합성곱의 역할을 해요.',
      params: depthwiseWords.picture.ko,
    },
  },
  examples: [
    { params: {}, in: [[32, 32, 3]], out: [30, 30, 3], weights: 30 },
    { params: { padding: 'same', useBias: false, strides: [2, 2] }, in: [[9, 8, 4]], out: [5, 4, 4], weights: 36 },
    { params: { kernelSize: [5, 3], depthMultiplier: 2 }, in: [[7, 7, 2]], out: [3, 5, 4], weights: 64 },
  ],
});

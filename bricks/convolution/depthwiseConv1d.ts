import { defineBrick } from '../../src/brick/brick';
import { convolutionWindows } from '../../src/brick/layers/convolution';
import { depthwiseFields, depthwiseShape, depthwiseWeights, depthwiseWords } from '../../src/brick/layers/depthwise';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'depthwiseConv1d',
  category: 'convolution',
  layer: { tfjs: 'depthwiseConv1d', keras: 'DepthwiseConv1D' },
  page: 'convolution_layers/depthwise_convolution1d',
  also: '깊이별 합성곱, 뎁스와이즈, 깊이별 분리 합성곱',
  drawing: 'depthwise',
  paper: 'https://arxiv.org/abs/1704.04861',
  inputs: 1,
  params: depthwiseFields.sequence,
  face: ['kernelSize', 'strides', 'activation'],
  positional: ['kernelSize'],
  own: () => 'convolution/depthwiseConvolution',
  traits: () => ({ refusesWhole: true }),
  shape: ([x], params) => depthwiseShape(x, spatial.sequence, params),
  weights: ([x], params) => depthwiseWeights(x, spatial.sequence, params),
  window: convolutionWindows,
  docs: {
    en: {
      name: 'DepthwiseConv1D',
      about:
        'Slides a window of its own along every channel of a sequence; channels are not mixed. ' +
        'It filters many sensors at once with few weights.',
      params: depthwiseWords.sequence.en,
    },
    ko: {
      name: 'DepthwiseConv1D',
      about: '시퀀스의 채널을 섞지 않고 채널마다 따로 윈도를 옮기며 계산해요. 적은 가중치로 여러 센서의 신호를 걸러요.',
      params: depthwiseWords.sequence.ko,
    },
  },
  examples: [
    { params: {}, in: [[32, 3]], out: [30, 3], weights: 12 },
    { params: { padding: 'same', useBias: false, strides: 2 }, in: [[9, 4]], out: [5, 4], weights: 12 },
    { params: { kernelSize: 5, depthMultiplier: 2, dilationRate: 2 }, in: [[11, 2]], out: [3, 4], weights: 24 },
  ],
});

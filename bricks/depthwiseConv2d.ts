import { defineBrick } from '../src/brick/brick';
import { convolutionWindows, refuseStridesWithDilation, several } from '../src/brick/convolution';
import { depthwiseFields, depthwiseWords } from '../src/brick/depthwise';
import { activation, integer, pair } from '../src/brick/fields';
import { needsImage } from '../src/brick/shape';
import { padding, slideAll, slidingWords, spatial } from '../src/brick/sliding';
import { biasFields, biasWords } from '../src/brick/weighted';

export default defineBrick({
  type: 'depthwiseConv2d',
  category: 'convolution',
  layer: { tfjs: 'depthwiseConv2d', keras: 'DepthwiseConv2D' },
  page: 'convolution_layers/depthwise_convolution2d',
  paper: 'https://arxiv.org/abs/1704.04861',
  inputs: 1,
  params: {
    kernelSize: pair(3),
    strides: pair(1),
    padding: padding(),
    dilationRate: pair(1, { advanced: true }),
    depthMultiplier: integer(1),
    activation: activation(),
    ...biasFields,
    ...depthwiseFields,
  },
  face: ['kernelSize', 'strides', 'activation'],
  shape([x], { kernelSize, ...params }) {
    const image = needsImage(x);
    refuseStridesWithDilation(params);
    return [...slideAll(image, spatial.picture, { size: kernelSize, ...params }), image[2] * params.depthMultiplier];
  },
  weights([x], { kernelSize: [tall, wide], depthMultiplier, useBias }) {
    const [, , channels] = needsImage(x);
    return {
      depthwiseKernel: [tall, wide, channels, depthMultiplier],
      ...(useBias ? { bias: [channels * depthMultiplier] } : {}),
    };
  },
  window: convolutionWindows,
  own: ({ dilationRate }) => (several(dilationRate) ? 'depthwiseConvolution' : null),
  docs: {
    en: {
      name: 'DepthwiseConv2D',
      about:
        'Slides a window of its own over every channel; channels are not mixed. With a 1×1 Conv2D behind it, it does ' +
        'the work of a convolution with far fewer weights.',
      params: {
        ...biasWords.en,
        ...depthwiseWords.en,
        ...slidingWords.en,
        kernelSize: 'Height and width of the window',
        activation: 'Function applied to every output',
      },
    },
    ko: {
      name: 'DepthwiseConv2D',
      about:
        '채널을 섞지 않고 채널마다 따로 창을 움직입니다. ' +
        '뒤에 1×1 Conv2D를 두면 훨씬 적은 가중치로 합성곱의 역할을 합니다.',
      params: {
        ...biasWords.ko,
        ...depthwiseWords.ko,
        ...slidingWords.ko,
        kernelSize: '창의 높이와 너비',
        activation: '출력마다 적용하는 활성화 함수',
      },
    },
  },
  examples: [
    { params: {}, in: [[32, 32, 3]], out: [30, 30, 3], weights: 30 },
    { params: { padding: 'same', useBias: false, strides: [2, 2] }, in: [[9, 8, 4]], out: [5, 4, 4], weights: 36 },
    { params: { kernelSize: [5, 3], depthMultiplier: 2 }, in: [[7, 7, 2]], out: [3, 5, 4], weights: 64 },
  ],
});

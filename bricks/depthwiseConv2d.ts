import { defineBrick } from '../src/brick/brick';
import { depthwiseFields, depthwiseWords } from '../src/brick/depthwise';
import { activation, choice, integer, pair } from '../src/brick/fields';
import { needsImage, slide, windows } from '../src/brick/shape';
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
    padding: choice(['valid', 'same'], 'valid'),
    depthMultiplier: integer(1),
    activation: activation(),
    ...biasFields,
    ...depthwiseFields,
  },
  face: ['kernelSize', 'strides', 'activation'],
  shape([x], { kernelSize: [tall, wide], strides: [down, right], padding, depthMultiplier }) {
    const image = needsImage(x);
    const height = slide(image, 'height', tall, down, padding);
    return [height, slide(image, 'width', wide, right, padding), image[2] * depthMultiplier];
  },
  weights([x], { kernelSize: [tall, wide], depthMultiplier, useBias }) {
    const [, , channels] = needsImage(x);
    return {
      depthwiseKernel: [tall, wide, channels, depthMultiplier],
      ...(useBias ? { bias: [channels * depthMultiplier] } : {}),
    };
  },
  window: ({ kernelSize, strides }) => windows(kernelSize, strides),
  docs: {
    en: {
      name: 'DepthwiseConv2D',
      about:
        'Slides a window of its own over every channel; channels are not mixed. With a 1×1 Conv2D behind it, it does ' +
        'the work of a convolution with far fewer weights.',
      params: {
        ...biasWords.en,
        ...depthwiseWords.en,
        kernelSize: 'Height and width of the window',
        strides: 'How far the window moves each time',
        padding: 'valid: only inside the picture; same: zeros around it, so that the size stays',
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
        kernelSize: '창의 높이와 너비',
        strides: '창이 한 번에 움직이는 거리',
        padding: 'valid: 영상 안에서만, same: 둘레를 0으로 채워 크기를 유지',
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

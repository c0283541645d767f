import { defineBrick } from '../src/brick/brick';
import { depthwiseFields, depthwiseWords, pointwiseFields, pointwiseWords } from '../src/brick/depthwise';
import { activation, choice, integer, pair } from '../src/brick/fields';
import { needsImage, slide, windows } from '../src/brick/shape';
import { biasFields, biasWords } from '../src/brick/weighted';

export default defineBrick({
  type: 'separableConv2d',
  category: 'convolution',
  layer: { tfjs: 'separableConv2d', keras: 'SeparableConv2D' },
  page: 'convolution_layers/separable_convolution2d',
  paper: 'https://arxiv.org/abs/1610.02357',
  inputs: 1,
  params: {
    filters: integer(32),
    kernelSize: pair(3),
    strides: pair(1),
    padding: choice(['valid', 'same'], 'valid'),
    depthMultiplier: integer(1),
    activation: activation(),
    ...biasFields,
    ...depthwiseFields,
    ...pointwiseFields,
  },
  face: ['filters', 'kernelSize', 'activation'],
  shape([x], { filters, kernelSize: [tall, wide], strides: [down, right], padding }) {
    const image = needsImage(x);
    return [slide(image, 'height', tall, down, padding), slide(image, 'width', wide, right, padding), filters];
  },
  weights([x], { filters, kernelSize: [tall, wide], depthMultiplier, useBias }) {
    const [, , channels] = needsImage(x);
    return {
      depthwiseKernel: [tall, wide, channels, depthMultiplier],
      pointwiseKernel: [1, 1, channels * depthMultiplier, filters],
      ...(useBias ? { bias: [filters] } : {}),
    };
  },
  window: ({ kernelSize, strides }) => windows(kernelSize, strides),
  docs: {
    en: {
      name: 'SeparableConv2D',
      about:
        'A convolution in two cheap steps: every channel gets a window of its own, then a 1×1 convolution mixes the ' +
        'channels. Far fewer weights than Conv2D.',
      params: {
        ...biasWords.en,
        ...depthwiseWords.en,
        ...pointwiseWords.en,
        filters: 'How many channels come out of the mixing step',
        kernelSize: 'Height and width of the window',
        strides: 'How far the window moves each time',
        padding: 'valid: only inside the picture; same: zeros around it, so that the size stays',
        activation: 'Function applied to every output',
      },
    },
    ko: {
      name: 'SeparableConv2D',
      about:
        '합성곱을 두 단계로 나눕니다. 먼저 채널마다 따로 창을 적용하고, 1×1 합성곱으로 채널을 섞습니다. ' +
        'Conv2D보다 가중치가 훨씬 적습니다.',
      params: {
        ...biasWords.ko,
        ...depthwiseWords.ko,
        ...pointwiseWords.ko,
        filters: '채널을 섞은 뒤의 출력 채널 수',
        kernelSize: '창의 높이와 너비',
        strides: '창이 한 번에 움직이는 거리',
        padding: 'valid: 영상 안에서만, same: 둘레를 0으로 채워 크기를 유지',
        activation: '출력마다 적용하는 활성화 함수',
      },
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[32, 32, 3]], out: [30, 30, 8], weights: 59 },
    { params: { filters: 4, padding: 'same', useBias: false }, in: [[9, 9, 5]], out: [9, 9, 4], weights: 65 },
    { params: { filters: 6, strides: [2, 2], depthMultiplier: 2 }, in: [[8, 9, 3]], out: [3, 4, 6], weights: 96 },
  ],
});

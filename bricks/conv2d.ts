import { defineBrick } from '../src/brick/brick';
import { activation, choice, integer, pair } from '../src/brick/fields';
import { needsImage, slide, windows } from '../src/brick/shape';
import { biasFields, kernelFields, weightWords } from '../src/brick/weighted';

export default defineBrick({
  type: 'conv2d',
  category: 'convolution',
  layer: { tfjs: 'conv2d', keras: 'Conv2D' },
  page: 'convolution_layers/convolution2d',
  inputs: 1,
  params: {
    filters: integer(32),
    kernelSize: pair(3),
    strides: pair(1),
    padding: choice(['valid', 'same'], 'valid'),
    activation: activation(),
    ...biasFields,
    ...kernelFields,
  },
  face: ['filters', 'kernelSize', 'activation'],
  shape([x], { filters, kernelSize: [tall, wide], strides: [down, right], padding }) {
    const image = needsImage(x);
    return [slide(image, 'height', tall, down, padding), slide(image, 'width', wide, right, padding), filters];
  },
  weights([x], { filters, kernelSize: [tall, wide], useBias }) {
    const [, , channels] = needsImage(x);
    return { kernel: [tall, wide, channels, filters], ...(useBias ? { bias: [filters] } : {}) };
  },
  window: ({ kernelSize, strides }) => windows(kernelSize, strides),
  docs: {
    en: {
      name: 'Conv2D',
      about:
        'Extracts local features with filters that slide over the picture. ' +
        'Groups and dilation are left out: TensorFlow.js cannot train them.',
      params: {
        ...weightWords.en,
        filters: 'How many filters, and so how many channels come out',
        kernelSize: 'Height and width of the window',
        strides: 'How far the window moves each time',
        padding: 'valid: only inside the picture; same: zeros around it, so that the size stays',
        activation: 'Function applied to every output',
      },
    },
    ko: {
      name: 'Conv2D',
      about:
        '영상 위를 움직이는 필터로 지역 특징을 추출합니다. ' +
        'groups와 dilation은 TensorFlow.js가 학습할 수 없어 제공하지 않습니다.',
      params: {
        ...weightWords.ko,
        filters: '필터의 수, 곧 출력 채널 수',
        kernelSize: '창의 높이와 너비',
        strides: '창이 한 번에 움직이는 거리',
        padding: 'valid: 영상 안에서만, same: 둘레를 0으로 채워 크기를 유지',
        activation: '출력마다 적용하는 활성화 함수',
      },
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[32, 32, 3]], out: [30, 30, 8], weights: 224 },
    { params: { filters: 64, padding: 'same', activation: 'relu' }, in: [[9, 9, 1]], out: [9, 9, 64], weights: 640 },
    { params: { filters: 4, strides: [2, 3], useBias: false }, in: [[17, 16, 2]], out: [8, 5, 4], weights: 72 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import {
  convolutionTransposed,
  filterFields,
  transposeWeights,
  transposeWords,
} from '../../src/brick/layers/convolution';
import { integer, pair } from '../../src/brick/fields';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'conv2dTranspose',
  category: 'convolution',
  layer: { tfjs: 'conv2dTranspose', keras: 'Conv2DTranspose' },
  page: 'convolution_layers/convolution2d_transpose',
  also: '전치 합성곱, 역합성곱, 디컨볼루션, deconvolution, 전치 컨볼루션',
  drawing: 'spreading',
  paper: 'https://arxiv.org/abs/1603.07285',
  inputs: 1,
  params: {
    filters: integer(32),
    kernelSize: pair(3),
    strides: pair(1),
    padding: padding(),
    ...filterFields,
  },
  without: { dilationRate: 1 },
  face: ['filters', 'kernelSize', 'strides'],
  positional: ['filters', 'kernelSize'],
  traits: () => ({ multiplies: 'perInput', refusesWhole: true }),
  shape: ([x], params) => convolutionTransposed(x, spatial.picture, params),
  weights: ([x], params) => transposeWeights(x, spatial.picture, params),
  docs: {
    en: {
      name: 'Conv2DTranspose',
      about:
        'A convolution in reverse (transposed convolution): each value adds its filter to a larger image. Strides set how many ' +
        'times larger it gets.',
      params: transposeWords.picture.en,
    },
    ko: {
      name: 'Conv2DTranspose',
      about:
        '합성곱을 거꾸로 하는 전치 합성곱이에요. 값마다 필터를 곱해 더 큰 이미지에 겹쳐 더해요. 이미지가 strides배로 커져요.',
      params: transposeWords.picture.ko,
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[7, 7, 4]], out: [9, 9, 8], weights: 296 },
    { params: { filters: 1, strides: [2, 2], padding: 'same' }, in: [[14, 14, 3]], out: [28, 28, 1], weights: 28 },
    {
      params: { filters: 2, kernelSize: [2, 4], strides: [3, 2], useBias: false },
      in: [[3, 3, 2]],
      out: [9, 8, 2],
      weights: 32,
    },
  ],
});

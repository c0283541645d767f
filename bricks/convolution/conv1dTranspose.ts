import { defineBrick } from '../../src/brick/brick';
import {
  convolutionTransposed,
  filterFields,
  transposeWeights,
  transposeWords,
} from '../../src/brick/layers/convolution';
import { integer } from '../../src/brick/fields';
import { padding, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'conv1dTranspose',
  category: 'convolution',
  layer: { tfjs: 'conv1dTranspose', keras: 'Conv1DTranspose' },
  page: 'convolution_layers/convolution1d_transpose',
  also: '전치 합성곱, 역합성곱, 디컨볼루션, deconvolution, 전치 컨볼루션',
  drawing: 'spreading',
  paper: 'https://arxiv.org/abs/1603.07285',
  inputs: 1,
  params: { filters: integer(32), kernelSize: integer(3), strides: integer(1), padding: padding(), ...filterFields },
  without: { dilationRate: 1 },
  face: ['filters', 'kernelSize', 'strides'],
  positional: ['filters', 'kernelSize'],
  traits: () => ({ multiplies: 'perInput', refusesWhole: true }),
  own: () => 'convolution/transposedConvolution',
  shape: ([x], params) => convolutionTransposed(x, spatial.sequence, params),
  weights: ([x], params) => transposeWeights(x, spatial.sequence, params),
  docs: {
    en: {
      name: 'Conv1DTranspose',
      about:
        'Paints a window for every time step and so makes a sequence longer, as the decoder of sounds and series does.',
      params: transposeWords.sequence.en,
    },
    ko: {
      name: 'Conv1DTranspose',
      about: '타임스텝마다 윈도 하나를 더해 시퀀스를 늘려요. 소리나 시계열의 디코더에 써요.',
      params: transposeWords.sequence.ko,
    },
  },
  examples: [
    { params: { filters: 8 }, in: [[7, 4]], out: [9, 8], weights: 104 },
    { params: { filters: 1, strides: 2, padding: 'same' }, in: [[14, 3]], out: [28, 1], weights: 10 },
    { params: { filters: 2, kernelSize: 2, strides: 3, useBias: false }, in: [[3, 2]], out: [9, 2], weights: 8 },
  ],
});

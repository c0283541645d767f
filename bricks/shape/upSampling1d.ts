import { defineBrick } from '../../src/brick/brick';
import { enlarged } from '../../src/brick/layers/edges';
import { integer } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'upSampling1d',
  category: 'shape',
  layer: { tfjs: 'upSampling1d', keras: 'UpSampling1D' },
  page: 'reshaping_layers/up_sampling1d',
  also: '업샘플링, 확대',
  drawing: 'enlarging',
  inputs: 1,
  params: { size: integer(2) },
  face: ['size'],
  positional: ['size'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { size }) => enlarged(x, spatial.sequence, size),
  own: () => 'shape/upSampling',
  window: ({ size }) => [{ size: 1, stride: 1 / size, dilation: 1 }],
  docs: {
    en: {
      name: 'UpSampling1D',
      about: 'Makes a sequence longer by repeating every time step.',
      params: { size: 'Number of repeats of every time step' },
    },
    ko: {
      name: 'UpSampling1D',
      about: '타임스텝을 반복해 시퀀스를 늘려요.',
      params: { size: '타임스텝을 반복할 횟수' },
    },
  },
  examples: [
    { params: {}, in: [[10, 4]], out: [20, 4], weights: 0 },
    { params: { size: 3 }, in: [[2, 1]], out: [6, 1], weights: 0 },
  ],
});

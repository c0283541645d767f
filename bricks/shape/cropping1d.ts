import { defineBrick } from '../../src/brick/brick';
import { narrowed } from '../../src/brick/layers/edges';
import { pair } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'cropping1d',
  category: 'shape',
  layer: { tfjs: 'cropping1d', keras: 'Cropping1D' },
  page: 'reshaping_layers/cropping1d',
  also: '자르기, 크롭',
  drawing: 'cropping',
  inputs: 1,
  params: { cropping: pair(1, { min: 0 }) },
  face: ['cropping'],
  positional: ['cropping'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { cropping }) => narrowed(x, spatial.sequence, [cropping]),
  own: () => 'shape/cropping',
  docs: {
    en: {
      name: 'Cropping1D',
      about: 'Cuts time steps off both ends of a sequence.',
      params: { cropping: 'How many steps to cut off at the start and at the end' },
    },
    ko: {
      name: 'Cropping1D',
      about: '시퀀스의 양 끝에서 타임스텝을 잘라 내요.',
      params: { cropping: '처음과 끝에서 잘라 낼 타임스텝 수' },
    },
  },
  examples: [
    { params: {}, in: [[10, 4]], out: [8, 4], weights: 0 },
    { params: { cropping: [0, 3] }, in: [[5, 2]], out: [2, 2], weights: 0 },
  ],
});

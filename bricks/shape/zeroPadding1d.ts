import { defineBrick } from '../../src/brick/brick';
import { widened } from '../../src/brick/layers/edges';
import { pair } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'zeroPadding1d',
  category: 'shape',
  layer: { tfjs: 'zeroPadding1d', keras: 'ZeroPadding1D' },
  page: 'reshaping_layers/zero_padding1d',
  also: '제로 패딩, 패딩, 채움, 여백, zero padding',
  drawing: 'padding',
  inputs: 1,
  params: { padding: pair(1, { min: 0 }) },
  face: ['padding'],
  positional: ['padding'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { padding }) => widened(x, spatial.sequence, [padding]),
  own: () => 'shape/zeroPadding',
  docs: {
    en: {
      name: 'ZeroPadding1D',
      about: 'Adds time steps of zeros at both ends of a sequence.',
      params: { padding: 'How many steps of zeros at the start and at the end' },
    },
    ko: {
      name: 'ZeroPadding1D',
      about: '시퀀스의 양 끝에 0으로 된 타임스텝을 덧붙여요.',
      params: { padding: '처음과 끝에 덧붙일 0의 타임스텝 수' },
    },
  },
  examples: [
    { params: {}, in: [[10, 4]], out: [12, 4], weights: 0 },
    { params: { padding: [2, 0] }, in: [[5, 2]], out: [7, 2], weights: 0 },
  ],
});

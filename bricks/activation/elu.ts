import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'elu',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'elu', keras: 'ELU' },
  page: 'activation_layers/elu',
  also: '엘루',
  drawing: 'elu',
  paper: 'https://arxiv.org/abs/1511.07289',
  inputs: 1,
  // tf.layers.elu refuses any other alpha.
  own: ({ alpha }) => (alpha === 1 ? null : 'activation/scaledElu'),
  params: { alpha: number(1, { min: 0, max: 100, step: 0.1 }) },
  face: ['alpha'],
  traits: () => ({ activation: 'elu', mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  args: ({ alpha }): Arguments => (alpha === 1 ? {} : { alpha }),
  kerasArgs: (_, __, plain) => plain,
  docs: {
    en: {
      name: 'ELU',
      about: 'Keeps positive values; negative values approach −alpha smoothly.',
      params: { alpha: 'How far below zero the values can get' },
    },
    ko: {
      name: 'ELU',
      about: '양수는 그대로 두고 음수는 −alpha를 향해 부드럽게 휘어져요.',
      params: { alpha: '음수 쪽에서 내려갈 수 있는 깊이' },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: { alpha: 0.5 }, in: [[10]], out: [10], weights: 0 },
  ],
});

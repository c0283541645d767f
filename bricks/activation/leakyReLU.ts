import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'leakyReLU',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'leakyReLU', keras: 'LeakyReLU' },
  page: 'activation_layers/leaky_relu',
  also: '리키 렐루, 렐루, leaky',
  drawing: 'leakyRelu',
  inputs: 1,
  params: { negativeSlope: number(0.3, { min: 0, step: 0.1 }) },
  face: ['negativeSlope'],
  traits: () => ({ activation: 'leakyRelu', mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  args: ({ negativeSlope }) => ({ alpha: negativeSlope }),
  kerasArgs: (_, __, plain) => plain,
  docs: {
    en: {
      name: 'LeakyReLU',
      about: 'Keeps positive values and scales negative ones down, so that no neuron stops learning completely.',
      params: { negativeSlope: 'What negative values are multiplied by' },
    },
    ko: {
      name: 'LeakyReLU',
      about: '양수는 그대로 두고 음수는 작게 줄여요. 학습이 완전히 멈추는 뉴런이 생기지 않아요.',
      params: { negativeSlope: '음수에 곱하는 값' },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: { negativeSlope: 0.01 }, in: [[10]], out: [10], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'thresholdedReLU',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'thresholdedReLU', keras: 'ReLU', tfjsClass: 'ThresholdedReLU' },
  page: 'activation_layers/relu',
  drawing: 'threshold',
  inputs: 1,
  // The comparison inside tf.layers.thresholdedReLU has no gradient.
  own: () => 'activation/slopedReLU',
  params: { theta: number(1, { min: 0, step: 0.1 }) },
  without: { negativeSlope: 0 },
  face: ['theta'],
  traits: ({ theta }) => ({ activation: 'relu', mask: 'passes', saved: { theta } }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  args: ({ theta }) => ({ maxValue: null, negativeSlope: 0, threshold: theta }),
  kerasArgs: ({ theta }) => ({ threshold: theta }),
  fromKeras: ({ threshold }) => (typeof threshold === 'number' ? { theta: threshold } : {}),
  docs: {
    en: {
      name: 'ThresholdedReLU',
      about:
        'Lets values above the threshold through and makes all others zero. ' +
        'Keras 3 no longer has it, so it is exported as ReLU with a threshold.',
      params: { theta: 'The threshold' },
    },
    ko: {
      name: 'ThresholdedReLU',
      about:
        '임계값보다 큰 값은 그대로 두고 나머지는 0으로 만들어요. ' +
        'Keras 3에는 없으므로 threshold를 정한 ReLU로 내보내요.',
      params: { theta: '임계값' },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: { theta: 0.5 }, in: [[10]], out: [10], weights: 0 },
  ],
});

import { activations } from '../../../src/brick/fields';
import { type Setting, combinations, on } from './combinations';

const limits = combinations({ maxValue: [null, 6, 2], negativeSlope: [0, 0.2], threshold: [0, 1] });

export const settings: readonly Setting[] = [[9], [4, 5], [3, 4, 5]].flatMap((shape) => [
  ...on('activation', [shape], combinations({ activation: activations }), { inputRange: 6 }),
  ...on('relu', [shape], limits, { inputRange: 8 }),
  ...on('leakyReLU', [shape], combinations({ negativeSlope: [0, 0.01, 0.3, 2] })),
  ...on('elu', [shape], combinations({ alpha: [0, 0.1, 1, 2] })),
  ...on('thresholdedReLU', [shape], combinations({ theta: [0, 0.5, 1, 3] })),
  ...on(
    'preLU',
    [shape],
    [
      ...combinations({ sharedAxes: [[], [1], [-1], [...shape.keys()].map((axis) => axis + 1)] }),
      { alphaInitializer: { name: 'constant', value: 0.25 } },
      { alphaRegularizer: { name: 'l2', l2: 0.1 }, alphaConstraint: { name: 'nonNeg' } },
    ],
  ),
  ...on(
    'softmax',
    [shape],
    [
      ...shape.flatMap((_, axis) => [{ axis: [axis + 1] }, { axis: [axis - shape.length] }]),
      { axis: [...shape.keys()].map((axis) => axis + 1) },
    ],
  ),
]);

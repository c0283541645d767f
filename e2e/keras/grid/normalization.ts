import { type Setting, axes, combinations, on } from './combinations';

export const settings: readonly Setting[] = [
  ...on('batchNormalization', [[6]], combinations({ center: [true, false], scale: [true, false] })),
  ...on('batchNormalization', [[5, 4]], [...axes(1, 2, -1, -2), { epsilon: 0.1 }]),
  ...on('batchNormalization', [[5, 4, 3]], [...axes(1, 2, 3, -1, -2), { scale: false }, { momentum: 0.5 }]),
  ...[[6], [5, 4], [3, 2, 4]].flatMap((shape) =>
    on(
      'layerNormalization',
      [shape],
      [
        ...combinations({
          axis: [[-1], [1], [-1, 1].slice(0, shape.length)],
          center: [true, false],
          scale: [true, false],
        }),
        { epsilon: 0.1 },
        { gammaRegularizer: { name: 'l2', l2: 0.1 }, betaConstraint: { name: 'nonNeg' } },
        { gammaInitializer: { name: 'constant', value: 2 }, betaInitializer: { name: 'ones' } },
      ],
    ),
  ),
  ...on(
    'layerNormalization',
    [[3, 4, 2]],
    [{ axis: [1, 2, 3] }, { axis: [-1, -2] }, { axis: [3, 1] }, { axis: [1, -1] }],
  ),
  ...on('layerNormalization', [[2, 3, 4, 2]], [{}, { axis: [2, 3] }]),
  ...[[6], [5, 6], [3, 4, 6]].flatMap((shape) =>
    on(
      'groupNormalization',
      [shape],
      combinations({ groups: [1, 2, 6, -1], center: [true, false], scale: [true, false] }),
    ),
  ),
  ...on(
    'groupNormalization',
    [[4, 6, 2]],
    [
      { groups: 2, axis: 1 },
      { groups: 3, axis: 2 },
      { groups: 2, axis: -3 },
      { groups: 3, axis: -2, epsilon: 0.1 },
    ],
  ),
  ...on(
    'unitNormalization',
    [[3, 4, 2]],
    [{}, { axis: [1] }, { axis: [1, 2] }, { axis: [1, 2, 3] }, { axis: [-1, -2] }],
  ),
];

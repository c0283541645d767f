import { type Setting, axes, combinations, on } from './combinations';

export const settings: readonly Setting[] = [
  ...on('batchNormalization', [[6]], combinations({ center: [true, false], scale: [true, false] })),
  ...on('batchNormalization', [[5, 4]], [...axes(1, 2, -1, -2), { epsilon: 0.1 }]),
  ...on('batchNormalization', [[5, 4, 3]], [...axes(1, 2, 3, -1, -2), { scale: false }, { momentum: 0.5 }]),
];

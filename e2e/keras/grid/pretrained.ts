import { type Setting, combinations, on } from './combinations';

export const settings: readonly Setting[] = [
  ...on('pretrainedBackbone', [[33, 64, 1]], combinations({ pooling: ['none', 'avg', 'max'] })),
];

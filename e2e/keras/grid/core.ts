import { activations } from '../../../src/brick/fields';
import { constraints, initializers, regularizers } from '../../../src/brick/named';
import { type Setting, combinations, named, on } from './combinations';

export const settings: readonly Setting[] = [
  ...on('dense', [[7]], combinations({ units: [5], activation: activations, useBias: [true, false] })),
  ...on('dense', [[4, 7]], combinations({ units: [5], activation: activations })),
  ...on('dense', [[6]], combinations({ units: [4], kernelInitializer: named(initializers) })),
  ...on('dense', [[6]], combinations({ units: [4], kernelRegularizer: named(regularizers) })),
  ...on('dense', [[6]], combinations({ units: [4], kernelConstraint: named(constraints) })),
];

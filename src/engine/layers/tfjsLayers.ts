import type { constraints, initializers, regularizers } from '@tensorflow/tfjs-layers';

export {
  constraints,
  initializers,
  input,
  layers,
  model,
  LayersModel,
  type LayerVariable,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
export { serialization } from '@tensorflow/tfjs-core';

export type Initializer = ReturnType<typeof initializers.zeros>;
export type Regularizer = ReturnType<typeof regularizers.l2>;
export type Constraint = ReturnType<typeof constraints.nonNeg>;

// Once for the whole engine, tfjs-layers too: tensors with chained operations. Every layer imports this file.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import type { constraints, initializers, regularizers } from '@tensorflow/tfjs-layers';

export {
  constraints,
  initializers,
  input,
  layers,
  model,
  type LayersModel,
  type LayerVariable,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
export { serialization } from '@tensorflow/tfjs-core';

export type Initializer = ReturnType<typeof initializers.zeros>;
export type Regularizer = ReturnType<typeof regularizers.l2>;
export type Constraint = ReturnType<typeof constraints.nonNeg>;

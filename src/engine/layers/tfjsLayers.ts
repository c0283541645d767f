// tfjs-layers needs tensors with chained operations and registers all gradients itself.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
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

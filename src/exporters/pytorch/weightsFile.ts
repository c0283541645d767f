import type { Plan } from '../../compile/plan';
import { type WeightTensors, WeightsMismatch, weightsFit } from '../../formats/weights/weightTensors';
import { type PlacedTensor, inTorchForm } from './model/placed';
import { safetensors } from './safetensors';

/** `weights.safetensors`: all weights of the model in PyTorch's form and under its names. Throws `WeightsMismatch`. */
export function weightsFile(
  plan: Plan,
  tensors: readonly PlacedTensor[],
  weights: WeightTensors,
): Uint8Array<ArrayBuffer> {
  if (!weightsFit(plan, weights)) throw new WeightsMismatch(`The weights do not fit "${plan.title}".`);
  return safetensors(tensors.map((tensor) => ({ name: tensor.name, ...inTorchForm(tensor, weights[tensor.key]!) })));
}

import type { Draft } from '../conversion';

const activations = new Set(['relu', 'relu6', 'sigmoid', 'softmax', 'softplus', 'hard_sigmoid', 'exponential']);
/** Layers that give nothing below zero where nothing below zero comes in. */
const keeping =
  /Pooling\dD$|^(ZeroPadding|Cropping|UpSampling)\dD$|^(Dropout|Concatenate|Add|Multiply|Maximum|Permute|Reshape|Flatten)$/;

/** Whether a layer never gives a number below zero. */
export function isNonNegative(name: string, layers: ReadonlyMap<string, Draft>): boolean {
  const draft = layers.get(name);
  if (draft === undefined) return false;
  const { className, config, inputs } = draft;
  if (className === 'ReLU') return (config['negative_slope'] ?? 0) === 0;
  if (className === 'Activation') return activations.has(String(config['activation']));
  return keeping.test(className) && inputs.length > 0 && inputs.every((input) => isNonNegative(input, layers));
}

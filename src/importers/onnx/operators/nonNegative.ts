import type { Draft } from '../conversion';

const activations = new Set(['relu', 'relu6', 'sigmoid', 'softmax', 'softplus', 'hard_sigmoid', 'exponential']);
/** Layers that give nothing below zero where nothing below zero comes in. */
const keeping =
  /Pooling\dD$|^(ZeroPadding|Cropping|UpSampling)\dD$|^(Dropout|Concatenate|Add|Multiply|Maximum|Permute|Reshape|Flatten)$/;

/** What the layer itself says; null where it depends on what comes in. */
function own({ className, config, inputs }: Draft): boolean | null {
  if (className === 'ReLU') return (config['negative_slope'] ?? 0) === 0;
  if (className === 'Activation') return activations.has(String(config['activation']));
  return keeping.test(className) && inputs.length > 0 ? null : false;
}

/** Whether a layer never gives a number below zero. Each layer is looked at once, whatever the ways to it. */
export function isNonNegative(name: string, layers: ReadonlyMap<string, Draft>): boolean {
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const draft = layers.get(next);
    const said = draft === undefined ? false : own(draft);
    if (said === false) return false;
    if (said === null) open.push(...draft!.inputs);
  }
  return true;
}

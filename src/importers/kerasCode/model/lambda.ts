import type { Call, Layer, Tensor } from '../values/value';
import { layerFor } from '../operations/operated';
import { connect, recorded, single } from './connect';
import { tensorsIn } from './tensor';

/** A `Lambda` is what its function does with the tensors, layer by layer; one that cannot be followed stays as it is. */
export function lambdaTensors(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[] {
  const { machine, line } = call;
  const run = layer.given.get('function');
  const options = layer.given.get('arguments');
  const named = new Map(
    options?.kind === 'dict'
      ? Array.from(options.entries.values(), ([key, value]) => [key.kind === 'string' ? key.value : '', value] as const)
      : [],
  );
  const value = run ? machine.call(run, { machine, line, args: [single(inputs)], named }) : null;
  const outputs = value ? tensorsIn(value) : [];
  if (outputs.length === 0) return recorded(layer, inputs, [null], call.named, line);
  const [last] = outputs;
  if (inputs.includes(last!))
    return connect({ ...layerFor('Identity', {}, 'Identity', call, layer.name), trainable: true }, inputs, call);
  // The last of them is what the model knows under the layer's name.
  if (outputs.length === 1 && layer.calls.length === 0 && !inputs.some(({ layer: own }) => own === last!.layer)) {
    last!.layer.name = layer.name;
  }
  return outputs;
}

import type { Argument } from '../../src/brick/call';
import { snakeCase } from '../../src/compile/identifiers';
import type { Plan, Step } from '../../src/compile/plan';
import type { WeightData } from '../../src/engine/protocol/weights';

const plainValue = (value: Argument): unknown =>
  typeof value === 'object' && value !== null && 'role' in value ? undefined : value;

/** A layer as `model.json` has it; initializers are left out, since the weights are there. */
function layer({ name, call, inputs, shape }: Step) {
  const given = Object.entries(call.kerasArgs).map(([key, value]) => [snakeCase(key), plainValue(value)]);
  const config =
    inputs.length === 0
      ? { batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false, name }
      : { name, ...Object.fromEntries(given) };
  return {
    class_name: inputs.length === 0 ? 'InputLayer' : call.keras,
    name,
    config,
    inbound_nodes: inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])],
  };
}

/** A trained model as tfjs keeps it: `model.json` and one binary of little-endian float32. */
export function modelFiles(plan: Plan, weights: WeightData): { model: string; binary: Uint8Array } {
  const entries = Object.entries(weights);
  const ends = (names: readonly string[]) => names.map((name) => [name, 0, 0]);
  const model = {
    format: 'layers-model',
    generatedBy: 'DeepBrick',
    convertedBy: null,
    modelTopology: {
      class_name: 'Model',
      config: {
        name: 'digits_backbone',
        layers: plan.steps.map(layer),
        input_layers: ends(plan.inputs),
        output_layers: ends(plan.outputs),
      },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [
      {
        paths: ['group1-shard1of1.bin'],
        weights: entries.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const binary = new Uint8Array(entries.reduce((bytes, [, { values }]) => bytes + values.byteLength, 0));
  let at = 0;
  for (const [, { values }] of entries) {
    binary.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return { model: JSON.stringify(model), binary };
}

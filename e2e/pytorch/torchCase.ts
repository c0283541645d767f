import { modelText } from '../../src/exporters/pytorch/modelText';
import { inTorchForm } from '../../src/exporters/pytorch/model/placed';
import { initializers } from '../../src/exporters/pytorch/scripts/initializers';
import { layersFile } from '../../src/exporters/pytorch/python/index';
import { safetensors } from '../../src/exporters/pytorch/safetensors';
import { weightsFile } from '../../src/exporters/pytorch/weightsFile';
import type { Plan } from '../../src/compile/plan';
import type { Case, Computed, Failed } from '../keras/cases/case';
import { type Packed, drawn, valuesOf } from '../keras/cases/numbers';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const packed = (shape: readonly number[], values: Float32Array) => ({
  shape,
  base64: base64(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
});

const unpacked = ({ base64: text }: Packed) => {
  const bytes = Buffer.from(text, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/** Numbers by key of a weight, `layer/name`, out of lists by layer. */
function byKey<T>(plan: Plan, lists: Readonly<Record<string, readonly T[]>>): [string, T][] {
  return plan.steps.flatMap(({ name, weights }) =>
    weights.map((weight, index) => [`${name}/${weight.name}`, lists[name]![index]!] as [string, T]),
  );
}

/** Files, inputs, and what must come out; or why it is refused or our engine fails. */
export function torchCase({ name, group, plan, given }: Case, computed: Computed | Failed) {
  const model = modelText(plan);
  const [refused] = model.refused;
  if (refused) return { name, group, refused: `${refused.layer}: ${refused.reason}` };
  if ('error' in computed) return { name, group, failed: computed.error };
  const drawnWeights = byKey(plan, given!.weights).map(
    ([key, one]) => [key, { shape: one.shape, values: valuesOf(one) }] as const,
  );
  const results = new Map(byKey(plan, computed.weights));
  const wanted = model.tensors.flatMap((tensor) => {
    const result = results.get(tensor.key);
    if (!result || result.every !== 1) return [];
    const { shape, values } = inTorchForm(tensor, { shape: result.shape, values: unpacked(result) });
    return [{ name: tensor.name, shape, values }];
  });
  const files = {
    'model.py': model.text,
    'layers.py': layersFile(model.parts) ?? '',
    'initializers.py': initializers,
  };
  return {
    name,
    group,
    files,
    weights: base64(weightsFile(plan, model.tensors, Object.fromEntries(drawnWeights))),
    inputs: given!.inputs.map((one) => packed(one.shape, valuesOf(one))),
    factors: computed.outputs.map(({ shape }, index) =>
      packed(shape, valuesOf({ ...drawn('', shape, -1, 1), seed: given!.factorSeeds[index]! })),
    ),
    outputs: computed.outputs,
    training: given!.training,
    wanted: base64(safetensors(wanted)),
    penalties: model.tensors.flatMap(({ name: tensor, weight: { regularizer, trainable } }) =>
      regularizer && trainable
        ? [[tensor, Number(regularizer.settings['l1'] ?? 0), Number(regularizer.settings['l2'] ?? 0)]]
        : [],
    ),
    trained: model.tensors.filter(({ weight }) => weight.trainable).map((tensor) => tensor.name),
    parameters: plan.totals.parameters,
  };
}

/** A case as the Python side reads it. */
export type TorchCase = ReturnType<typeof torchCase>;

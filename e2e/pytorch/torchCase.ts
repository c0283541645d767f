import { type Plan, ownWeights } from '../../src/compile/plan';
import { emptyDocument } from '../../src/document/document';
import { modelText } from '../../src/exporters/pytorch/modelText';
import { inTorchForm } from '../../src/exporters/pytorch/model/placed';
import { layersFile } from '../../src/exporters/pytorch/python/index';
import { safetensors } from '../../src/exporters/pytorch/safetensors';
import { initializers } from '../../src/exporters/pytorch/scripts/initializers';
import { projectData } from '../../src/exporters/pytorch/training/arrays';
import { trainingFiles } from '../../src/exporters/pytorch/trainingFiles';
import { weightsFile } from '../../src/exporters/pytorch/weightsFile';
import type { Case, Computed, Failed } from '../keras/cases/case';
import { type Fit, datasetOf } from '../keras/cases/fit';
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
  return plan.steps.flatMap(({ name, ...step }) =>
    ownWeights(step).map((weight, index) => [`${name}/${weight.name}`, lists[name]![index]!] as [string, T]),
  );
}

type Model = ReturnType<typeof modelText>;

/** Numbers of weights under PyTorch's names and in its form; of large ones not all are known. */
function inTorch({ tensors }: Model, numbers: ReadonlyMap<string, Packed>): string {
  const known = tensors.flatMap((tensor) => {
    const result = numbers.get(tensor.key);
    if (!result || result.every !== 1) return [];
    return [{ name: tensor.name, ...inTorchForm(tensor, { shape: result.shape, values: unpacked(result) }) }];
  });
  return base64(safetensors(known));
}

/** A batch, and what one step of the optimizer makes of it; with the files that train. */
function fitOf(model: Model, plan: Plan, fit: Fit, fitted: NonNullable<Computed['fitted']>) {
  const training = {
    ...fit.training,
    validationSplit: 0,
    augmentation: { ...fit.training.augmentation, enabled: false },
  };
  const data = projectData(plan, training, datasetOf(fit));
  const arrays = Object.entries(data.files ?? {}).map(([name, { shape, values }]) => [
    name,
    packed(shape, Float32Array.from(values)),
  ]);
  return {
    files: trainingFiles({ document: { ...emptyDocument(''), training }, plan }, model, data, false),
    arrays: Object.fromEntries(arrays) as Readonly<Record<string, ReturnType<typeof packed>>>,
    loss: fitted.loss,
    wanted: inTorch(model, new Map(byKey(plan, fitted.weights))),
  };
}

/** Files, inputs, and what must come out; or why it is refused or our engine fails. */
export function torchCase({ name, group, plan, given, fit: batch }: Case, computed: Computed | Failed) {
  const model = modelText(plan);
  const [refused] = model.refused;
  if (refused) return { name, group, refused: `${refused.layer}: ${refused.reason}` };
  if ('error' in computed) return { name, group, failed: computed.error };
  const drawnWeights = byKey(plan, given!.weights).map(
    ([key, one]) => [key, { shape: one.shape, values: valuesOf(one) }] as const,
  );
  const { files, ...fit } =
    batch && computed.fitted ? fitOf(model, plan, batch, computed.fitted) : { files: {}, loss: null };
  return {
    name,
    group,
    files: {
      'model.py': model.text,
      'layers.py': layersFile(model.parts) ?? '',
      'initializers.py': initializers,
      ...files,
    },
    weights: base64(weightsFile(plan, model.tensors, Object.fromEntries(drawnWeights))),
    inputs: given!.inputs.map((one) => packed(one.shape, valuesOf(one))),
    factors: computed.outputs.map(({ shape }, index) =>
      packed(shape, valuesOf({ ...drawn('', shape, -1, 1), seed: given!.factorSeeds[index]! })),
    ),
    outputs: computed.outputs,
    training: given!.training,
    wanted: inTorch(model, new Map(byKey(plan, computed.weights))),
    ...(fit.loss !== null && { fit }),
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

import type { LayersModel } from '@tensorflow/tfjs';
import type { Source } from '../../../../data/batches';
import { type Dataset, factsOf } from '../../../../data/dataset';
import { sampleShape } from '../../../../data/sampleShape';
import { type Targets, targetsFor } from '../../../../data/targets';
import { type DatasetInputs, augmentedInputs, augments, plainInputs } from '../../../../engine/input/datasetInputs';
import type { Settings } from './settingsType';

const text = (shape: readonly unknown[]) => JSON.stringify(shape);

/** How samples go into the model: in training, where pictures may change at random, and everywhere else. Throws when it takes something else. */
export function inputsOf(
  model: LayersModel,
  dataset: Source,
  { preprocessing: mode, augmentation, seed }: Settings,
): { readonly training: DatasetInputs; readonly checking: DatasetInputs } {
  const feeds = model.inputs.map((input) => {
    const wanted = (input.shape as (number | null)[]).slice(1);
    const shape = sampleShape(dataset, wanted);
    if (shape !== null) return { shape };
    throw new Error(
      `The model takes ${text(wanted)}, the data is ${text(dataset.shape)}: put your own data into src/settings.ts, or name a file with --data.`,
    );
  });
  const pixels = { dataset, feeds, mode };
  const checking = plainInputs(pixels);
  return {
    training: augments(pixels, augmentation) ? augmentedInputs(pixels, augmentation, seed) : checking,
    checking,
  };
}

/** What each output of the model is compared with. Throws when one cannot learn from the data. */
export function headsOf(
  model: LayersModel,
  dataset: Dataset,
  { outputs }: Settings,
): readonly { readonly units: number; readonly targets: Targets }[] {
  const facts = factsOf(dataset).target;
  return outputs.map(({ loss }, index) => {
    const units = model.outputs[index]!.shape.at(-1) ?? 1;
    const targets = targetsFor(loss, units, facts);
    if (targets !== null) return { units, targets };
    const got = facts.kind === 'classes' ? `${facts.classes} classes` : `${facts.units} numbers`;
    throw new Error(`An output with ${units} values and the loss ${loss} cannot learn ${got}.`);
  });
}

/** Samples of every batch where the model fixes it; null where it takes any number. */
export const fixedBatch = (model: LayersModel): number | null => model.inputs[0]?.shape[0] ?? null;

/** Stateful layers begin anew: before every epoch, validation and prediction. */
export function forget(model: LayersModel): void {
  for (const layer of model.layers) if (layer.stateful) layer.resetStates();
}

/** Throws when a text has words beyond those that an Embedding knows. */
export function checkVocabulary(model: LayersModel, { vocabulary }: Dataset): void {
  if (vocabulary === null) return;
  for (const layer of model.layers.filter((each) => each.getClassName() === 'Embedding')) {
    const known = Number(layer.getConfig()['inputDim']);
    if (known >= vocabulary) continue;
    throw new Error(`The data has ${vocabulary} different words, ${layer.name} knows ${known}: raise its inputDim.`);
  }
}

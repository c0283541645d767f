import { expect, test } from 'vitest';
import { type Listed, type SavedModel, blobOf, savedOf } from '../../../e2e/importers/savedModels';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Dataset } from '../../data/dataset';
import { readSavedModel } from '../../formats/saved/readSavedModel';
import { savedContents } from '../../formats/saved/savedContents';
import { importModel } from '../../importers/importModel';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import type { WeightData } from '../protocol/weights';
import { testSession } from '../testSession';

const numbersOf = ({ values }: Listed) => Float32Array.from(values);

/** All samples in one batch, none held back. */
function datasetOf({ inputs: [x], outputs: [y] }: SavedModel): Dataset {
  return {
    id: 'numbers',
    kind: 'numbers',
    shape: x!.shape.slice(1),
    values: numbersOf(x!),
    target: { kind: 'numbers', names: ['y'], values: numbersOf(y!) },
    count: x!.shape[0]!,
    validation: 0,
    vocabulary: null,
    sampleWeights: null,
    words: null,
  };
}

/** The weights after one more step, from the file as it is opened. */
async function oneMoreStep(model: SavedModel, rate?: number): Promise<WeightData> {
  const file = blobOf(model);
  const readSaved = () => savedContents((files) => readSavedModel(files), [file]);
  const read = await importModel(file, library, { readSaved });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { document } = read.value;
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => datasetOf(model),
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'cpu' });
  await engine.load(compile(document, library));
  await engine.handle({ type: 'importWeights', files: [file] });
  const { optimizer } = document.training;
  const settings = rate === undefined ? optimizer.settings : { ...optimizer.settings, learningRate: rate };
  const training = {
    ...document.training,
    optimizer: { ...optimizer, settings },
    dataset: 'numbers',
    preprocessing: 'none',
    epochs: 1,
    batchSize: 8,
    validationSplit: 0,
    shuffle: false,
  } as const;
  await engine.handle({ type: 'train', training, resume: false });
  return engine.handle({ type: 'weights' });
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function gap(ours: WeightData, { after = {} }: SavedModel): number {
  const all = Object.entries(after).flatMap(([key, { values }]) => {
    const [layer, weight] = key.split('/') as [string, string];
    const own = ours[`${layer}/${camelCase(weight)}`]!.values;
    return values.map((value, at) => Math.abs(value - own[at]!));
  });
  expect(all.length).toBeGreaterThan(70);
  return Math.max(...all);
}

const kept = savedOf('optimizer');

test.each(kept)('%s: one more step is as in Keras', async (_, model) => {
  expect(gap(await oneMoreStep(model), model)).toBeLessThan(1e-5);
});

test('the state that is kept counts: with another rate the step is another', async () => {
  const [, model] = kept.find(([name]) => name.includes('Adam'))!;
  expect(gap(await oneMoreStep(model, 0.02), model)).toBeGreaterThan(1e-3);
});

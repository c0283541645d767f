import { describe, expect, test } from 'vitest';
import { datasetInNode } from '../e2e/fixtures/datasets';
import { digitsWeightFile } from '../e2e/fixtures/digitsWeights';
import { compile } from '../src/compile/compile';
import { type BuiltInDataset, isBuiltIn } from '../src/data/catalogue';
import { type Dataset, sampleValues } from '../src/data/dataset';
import { buildTemplate } from '../src/document/template';
import { memoryCheckpoints } from '../src/engine/checkpoints/checkpoints';
import type { Sample } from '../src/engine/protocol/samples';
import { testSession } from '../src/engine/testSession';
import { library, templates } from './index';

/** So many samples that each template trains within a second or two, and epochs after which it must be better. */
const parts: Readonly<Record<BuiltInDataset, readonly [training: number, validation: number, epochs: number]>> = {
  digits: [32, 8, 4],
  'digits-odd': [32, 8, 4],
  'digits-value': [32, 8, 4],
  'digits-0-4': [32, 8, 4],
  'digits-5-9': [32, 8, 4],
  line: [320, 40, 3],
  threshold: [320, 40, 3],
  groups: [320, 40, 3],
  wave: [6, 2, 3],
  clips: [6, 2, 2],
  reviews: [4, 2, 2],
  topics: [4, 2, 2],
};

async function part(id: BuiltInDataset): Promise<Dataset> {
  const [training, validation] = parts[id];
  return { ...(await datasetInNode(id)), count: training + validation, validation };
}

function sampleOf(dataset: Dataset): Sample {
  const values = Float32Array.from(sampleValues(dataset, 0));
  const { kind, shape } = dataset;
  if (kind !== 'images') return { kind, shape, values };
  const [height = 1, width = 1, channels = 1] = shape;
  return { height, width, channels, values };
}

/** Those for one's own photos start from weights that are downloaded. */
const photos = ['transfer', 'vgg16-transfer'];
const embedded = templates.filter(({ id, architecture }) => !architecture && !photos.includes(id));
const engine = testSession({
  wasmFiles: null,
  checkpoints: memoryCheckpoints(),
  dataset: (id) => {
    if (!isBuiltIn(id)) throw new Error(`${id} is not embedded`);
    return part(id);
  },
  weightFile: digitsWeightFile,
  emit: () => undefined,
});

describe('every template with embedded data, as it opens', () => {
  test('are the recipes, the video example and those for digits', () => expect(embedded).toHaveLength(35));

  test.each(embedded.map(({ id }) => id))('%s trains at once, forgets nothing and answers', async (id) => {
    const document = buildTemplate(templates.find((template) => template.id === id)!);
    const { training } = document;
    if (!isBuiltIn(training.dataset)) throw new Error(`${id} has no dataset of the page`);
    await engine.handle({ type: 'backend', force: 'wasm' });
    const plan = compile(document, library);
    await engine.load(plan, { project: id, seed: training.seed });
    const [, , epochs] = parts[training.dataset];
    const sample = sampleOf(await part(training.dataset));
    const ask = async () => (await engine.handle({ type: 'predict', sample, layers: [] })).outputs;
    // A stateful layer keeps its state, which is there from the first answer on.
    await ask();
    const before = await engine.handle({ type: 'memory' });
    const run = await engine.handle({ type: 'train', training: { ...training, epochs }, resume: false });
    expect(run.epochs.every(({ loss, validationLoss }) => Number.isFinite(loss + validationLoss!))).toBe(true);
    expect(run.epochs.at(-1)!.loss).toBeLessThan(run.epochs[0]!.loss);
    const outputs = await ask();
    expect(outputs.map(({ shape }) => shape)).toEqual([plan.shapes[plan.outputs[0]!]]);
    expect(outputs[0]!.values.every((value) => Number.isFinite(value))).toBe(true);
    expect((await engine.handle({ type: 'memory' })).tensors).toBe(before.tensors);
  });
});

import { describe, expect, it } from 'vitest';
import { chain, stripes, stripesInput, stripesTraining, twoClasses } from '../../../e2e/fixtures/stripes';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import type { Picture } from '../protocol/samples';
import { testSession } from '../testSession';
import { histogram } from './glimpse';

const plan = chain(
  stripesInput,
  ['conv2d', { filters: 6 }],
  ['batchNormalization'],
  ['dropout'],
  ['flatten'],
  ['dense', { units: 300 }],
  twoClasses,
);
const layers = ['0-inputImage', '1-conv2d', '4-flatten', '5-dense', '6-dense', 'gone'];
const picture: Picture = {
  width: 12,
  height: 12,
  channels: 1,
  values: Float32Array.from({ length: 144 }, (_, at) => at),
};

async function session() {
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => stripes(),
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  await engine.load(plan);
  const look = (sample: Picture | null = picture) => engine.handle({ type: 'glimpse', sample, layers });
  const train = () => engine.handle({ type: 'train', training: stripesTraining({ epochs: 3 }), resume: false });
  return { engine, look, train };
}

describe('a look at a model', () => {
  it('gives the first maps of a sample, and how the weights lie, of the layers that there are', async () => {
    const { engine, look } = await session();
    const { activations, histograms } = await look();
    const { activations: whole } = await engine.handle({ type: 'predict', sample: picture, layers });
    expect(activations.map(({ layer, shape }) => [layer, shape])).toEqual([
      ['0-inputImage', [12, 12, 1]],
      ['1-conv2d', [10, 10, 4]],
      ['4-flatten', [600]],
      ['5-dense', [300]],
      ['6-dense', [2]],
    ]);
    const six = whole[1]!.values;
    expect([...activations[1]!.values]).toEqual([...six].filter((_, at) => at % 6 < 4));
    expect([...activations[4]!.values]).toEqual([...whole[4]!.values]);
    const weights = await engine.handle({ type: 'weights' });
    expect(histograms.map(({ layer }) => layer)).toEqual(['1-conv2d', '5-dense', '6-dense']);
    const kernel = weights['1-conv2d/kernel']!.values;
    expect(histograms[0]).toEqual(histogram('1-conv2d', kernel));
    // Of 180,000 weights some.
    expect(histograms[1]!.counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2048);
  });

  it('leaves a sample away where there is none', async () => {
    const { look } = await session();
    const { activations, histograms } = await look(null);
    expect([activations, histograms.length]).toEqual([[], 3]);
  });

  it('changes nothing of the curve, and leaves no tensors', async () => {
    const { engine, look, train } = await session();
    await look();
    const before = await engine.handle({ type: 'memory' });
    const alone = await train();
    const run = { looks: 0, over: false };
    const watched = train().finally(() => void (run.over = true));
    while (!run.over) run.looks += Number((await look()).activations.length === 5);
    const { epochs } = await watched;
    expect(run.looks).toBeGreaterThan(0);
    expect(epochs.map(({ loss, validationLoss }) => [loss, validationLoss])).toEqual(
      alone.epochs.map(({ loss, validationLoss }) => [loss, validationLoss]),
    );
    await look();
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
  });
});

it.each([
  [[], 0, 0, {}],
  [[2, 2, 2], 2, 2, { 0: 3 }],
  [[0, 1, 0.5, Number.NaN], 0, 1, { 0: 1, 12: 1, 23: 1 }],
])('histogram of %j', (values, least, most, filled) => {
  const found = histogram('layer', Float32Array.from(values));
  expect([found.least, found.most]).toEqual([least, most]);
  expect(Object.fromEntries(found.counts.flatMap((count, bin) => (count === 0 ? [] : [[bin, count]])))).toEqual(filled);
});

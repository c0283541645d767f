import { describe, expect, it } from 'vitest';
import { type Link, chain } from '../../e2e/documents/chain';
import { stripes, stripesModel } from '../../e2e/fixtures/stripes';
import { library } from '../../templates/index';
import { compile } from '../compile/compile';
import type { Json } from '../document/document';
import { saveModel } from '../formats/saved/saveModel';
import { memoryCheckpoints } from './checkpoints/checkpoints';
import type { Picture } from './protocol/samples';
import { frozenStripes, training, transferSession } from './testTransfer';

const picture = (light: number): Picture => ({
  width: 12,
  height: 12,
  channels: 1,
  values: new Float32Array(144).fill(light),
});

const trunk = (params: Readonly<Record<string, Json>>) => {
  const links: readonly Link[] = [
    ['inputImage', 'photo', { shape: [32, 32, 3] }],
    ['pretrainedBackbone', 'trunk', { architecture: 'mobilenet', alpha: 0.25, pooling: 'avg', ...params }],
    ['dense', 'answer', { units: 2, activation: 'softmax' }],
  ];
  return compile(chain('Trunk', links), library);
};

describe('many predictions', () => {
  it('are those of each alone, in order, with progress', async () => {
    const { engine, load, all } = await transferSession();
    await load(stripesModel());
    const samples = Array.from({ length: 21 }, (_, index) => picture(index * 10));
    const many = await engine.handle({ type: 'predictMany', samples });
    expect(many).toHaveLength(21);
    for (const index of [0, 17, 20]) {
      const { outputs } = await engine.handle({ type: 'predict', sample: samples[index]!, layers: [] });
      outputs[0]!.values.forEach((value, at) => expect(many[index]![0]![at]).toBeCloseTo(value, 6));
    }
    expect(all('many').map(({ done }) => done)).toEqual([0, 16, 21]);
  });

  it('end early when they are cancelled, and leave no tensors', async () => {
    const { engine, load, all } = await transferSession();
    await load(stripesModel());
    const before = await engine.handle({ type: 'memory' });
    const samples = Array.from({ length: 160 }, () => picture(90));
    const own = new AbortController();
    const running = engine.handle({ type: 'predictMany', samples }, own.signal);
    while (all('many').length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    own.abort();
    expect((await running).length).toBeLessThan(160);
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
  });
});

describe('pictures under random changes', () => {
  it('are as many as asked for, all different, the same for the same seed', async () => {
    const { engine } = await transferSession();
    const photo = { ...picture(0), values: Float32Array.from({ length: 144 }, (_, at) => at) };
    const { augmentation } = training();
    const ask = () => engine.handle({ type: 'augmented', picture: photo, augmentation, count: 4, seed: 5 });
    const found = await ask();
    expect(new Set(found.map(({ values }) => values.join())).size).toBe(4);
    const before = await engine.handle({ type: 'memory' });
    expect(await ask()).toEqual(found);
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
  });
});

describe('weights from files', () => {
  it('a model whose weights are not there is refused, with what is missing', async () => {
    const { engine, load } = await transferSession({ weightFile: async () => null });
    await expect(load(trunk({ weights: 'imagenet' }))).rejects.toMatchObject({
      error: { code: 'weightsMissing', data: { id: 'mobilenet-0.25-224-no-top' } },
    });
    await expect(engine.handle({ type: 'weights' })).rejects.toMatchObject({ error: { code: 'weightsMissing' } });
    await load(trunk({}));
    expect(Object.keys(await engine.handle({ type: 'weights' }))).toContain('trunk/conv1/kernel');
  });

  it('a file that is none is refused before anything changes', async () => {
    const { engine, load } = await transferSession();
    await load(stripesModel());
    const before = await engine.handle({ type: 'weights' });
    const files = [{ name: 'letter.h5', blob: new Blob(['Dear Keras']) }];
    await expect(engine.handle({ type: 'importWeights', files })).rejects.toMatchObject({
      error: { code: 'weightsUnreadable', data: { trouble: { code: 'notWeights', name: 'letter.h5' } } },
    });
    expect(await engine.handle({ type: 'weights' })).toEqual(before);
  });
});

describe('a file that is stopped half way', () => {
  it.each([1, 0])('leaves a model what it had after %i epochs', async (epochs) => {
    const plan = stripesModel();
    let stop = () => {};
    const { engine, load, train } = await transferSession({
      emit: (event) => event.type === 'weights' && event.done > 0 && stop(),
    });
    await load(plan);
    if (epochs > 0) await train(training({ epochs }));
    const before = await engine.handle({ type: 'weights' });
    const others = Object.entries(before).map(([key, { shape, values }]) => [
      key,
      { shape, values: values.map((value) => value + 1) },
    ]);
    const blob = await saveModel({ plan, weights: Object.fromEntries(others), document: null }, 'h5');
    const files = [{ name: 'others.h5', blob }];
    const { tensors } = await engine.handle({ type: 'memory' });
    stop = () => void engine.handle({ type: 'stop' });
    await expect(engine.handle({ type: 'importWeights', files })).rejects.toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(await engine.handle({ type: 'weights' })).toEqual(before);
    stop = () => {};
    await engine.handle({ type: 'importWeights', files });
    expect(await engine.handle({ type: 'weights' })).toEqual(Object.fromEntries(others));
    expect((await engine.handle({ type: 'memory' })).tensors).toBe(tensors);
  });
});

describe('fine-tuning', () => {
  it('a partly frozen backbone changes only what is trained; its frozen normalisation stays as it was', async () => {
    const pictures = stripes(48, 16);
    const { engine, load, train } = await transferSession({ dataset: async () => pictures });
    await load(trunk({ trainableLayers: 'from', trainableFrom: 'conv_pw_13' }));
    const before = await engine.handle({ type: 'weights' });
    await train(training({ epochs: 1 }));
    const after = await engine.handle({ type: 'weights' });
    const changed = Object.keys(after).filter((key) => after[key]!.values.join() !== before[key]!.values.join());
    expect(changed.every((key) => /^(answer|trunk\/conv_pw_13(_bn)?)\//.test(key))).toBe(true);
    expect(changed).toContain('trunk/conv_pw_13_bn/movingMean');
  });

  it('goes on from the head’s weights when layers are thawed, in another session too', async () => {
    const checkpoints = memoryCheckpoints();
    const pictures = stripes(48, 16);
    const surroundings = { checkpoints, dataset: async () => pictures };
    const first = await transferSession(surroundings);
    await first.load(trunk({ trainableLayers: 'none' }));
    await first.train(training({ epochs: 1 }));
    const learned = await first.engine.handle({ type: 'weights' });
    const second = await transferSession(surroundings);
    const thawed = trunk({ trainableLayers: 'last', trainableLast: 4 });
    expect(await second.engine.restore(thawed)).not.toBeNull();
    expect(await second.engine.handle({ type: 'weights' })).toEqual(learned);
    const run = await second.train(training({ epochs: 1 }), true);
    expect(run.epochs).toHaveLength(2);
    expect(second.cut()).toMatchObject({ where: 'memory', computed: 48 });
  });

  it('leaves no tensors when models come and go', async () => {
    const { engine, load, train } = await transferSession();
    await load(frozenStripes());
    await train(training({ epochs: 1 }));
    const before = await engine.handle({ type: 'memory' });
    await load(stripesModel());
    await load(frozenStripes());
    await train(training({ epochs: 1 }));
    expect((await engine.handle({ type: 'memory' })).tensors).toBe(before.tensors);
  });
});

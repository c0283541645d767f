import { describe, expect, it } from 'vitest';
import {
  type Link,
  chain,
  stripes,
  stripesInput,
  stripesModel,
  stripesTraining,
  twoClasses,
} from '../../e2e/fixtures/stripes';
import type { Plan } from '../compile/plan';
import { activations } from '../brick/fields';
import { losses } from '../document/training/losses';
import { optimizerSettings, optimizers } from '../document/training/trainingChoices';
import { type CheckpointStore, memoryCheckpoints } from './checkpoints/checkpoints';
import type { EngineEvent } from './protocol/events';
import type { Picture } from './protocol/samples';
import { testSession } from './testSession';

const dataset = stripes();

async function session(checkpoints: CheckpointStore = memoryCheckpoints()) {
  const events: EngineEvent[] = [];
  const engine = testSession({
    wasmFiles: null,
    checkpoints,
    dataset: async () => dataset,
    emit: (event) => events.push(event),
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  const load = (plan: Plan, seed = 11) => engine.load(plan, { seed });
  return { engine, events, load };
}

const curve = (run: { epochs: readonly { loss: number }[] }) => run.epochs.map(({ loss }) => loss);
const picture: Picture = { width: 12, height: 12, channels: 1, values: new Float32Array(144).fill(90) };

describe('another backend', () => {
  it('is waited for: what is asked meanwhile is done on it, with the weights of before', async () => {
    const { engine, load } = await session();
    await load(stripesModel());
    const before = await engine.handle({ type: 'weights' });
    const changing = engine.handle({ type: 'backend', force: 'cpu' });
    const [weights, prediction] = await Promise.all([
      engine.handle({ type: 'weights' }),
      engine.handle({ type: 'predict', sample: picture, layers: [] }),
    ]);
    expect(weights).toEqual(before);
    expect(prediction.outputs).toHaveLength(1);
    expect((await changing).name).toBe('cpu');
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
    expect((await running).backend).toBe('cpu');
  });

  it('ends a run, waits for it and for a load, and only then comes', async () => {
    const { engine, load, events } = await session();
    await load(stripesModel());
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 1000 }), resume: false });
    await expect.poll(() => events.some(({ type }) => type === 'progress')).toBe(true);
    const changes = (['cpu', 'wasm', 'cpu'] as const).map((force) => engine.handle({ type: 'backend', force }));
    const loading = load(chain(stripesInput, ['flatten'], twoClasses));
    expect((await running).state).toBe('stopped');
    expect((await Promise.all(changes)).map(({ name }) => name)).toEqual(['cpu', 'wasm', 'cpu']);
    expect((await loading).parameters).toBe(290);
    const after = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
    expect(after).toMatchObject({ state: 'finished', backend: 'cpu' });
  });

  it('keeps nothing waiting that was stopped', async () => {
    const { engine, load } = await session();
    await load(stripesModel());
    const changing = engine.handle({ type: 'backend', force: 'cpu' });
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 1000 }), resume: false });
    await engine.handle({ type: 'stop' });
    await expect(running).rejects.toMatchObject({ error: { code: 'cancelled' } });
    await changing;
  });
});

describe('training', () => {
  it('learns, tells how it goes, and gives confusion matrix and accuracy per class', async () => {
    const { engine, events, load } = await session();
    expect((await load(stripesModel())).parameters).toBe(242);
    const run = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 6 }), resume: false });
    expect(run).toMatchObject({ state: 'finished', backend: 'wasm', loss: 'sparseCategoricalCrossentropy' });
    expect(run.epochs).toHaveLength(6);
    expect(run.epochs.at(-1)).toMatchObject({ epoch: 6, validationAccuracy: 1 });
    expect(run.epochs[5]!.loss).toBeLessThan(run.epochs[0]!.loss / 2);
    expect(run.evaluation).toMatchObject({
      outputs: [{ perClass: [1, 1], majority: expect.any(Number) }],
      accuracy: 1,
    });
    expect(run.evaluation!.outputs[0]!.matrix.flat().reduce((sum, count) => sum + count)).toBe(64);
    const told = events.flatMap((event) => (event.type === 'epochs' ? event.epochs : []));
    expect(told).toEqual(run.epochs);
    expect(events.filter(({ type }) => type === 'run')).toHaveLength(1);
    expect(events.some(({ type }) => type === 'progress')).toBe(true);
    expect(events.filter(({ type }) => type === 'saved')).not.toHaveLength(0);
  });

  it('gives the same curve for the same seed, bit by bit, and another for another seed', async () => {
    const { engine, load } = await session();
    await load(chain(stripesInput, ['conv2d', { filters: 4 }], ['dropout'], ['flatten'], twoClasses));
    const train = (seed: number) =>
      engine.handle({ type: 'train', training: stripesTraining({ seed, epochs: 2 }), resume: false });
    const [first, second, other] = [await train(3), await train(3), await train(4)];
    expect(curve(second)).toEqual(curve(first));
    expect(curve(other)).not.toEqual(curve(first));
  });

  it.each(optimizers)('two and two more epochs are four epochs: %s', async (name) => {
    const { engine, load } = await session();
    const plan = chain(
      stripesInput,
      ['conv2d', { filters: 2 }],
      ['batchNormalization'],
      ['dropout'],
      ['flatten'],
      twoClasses,
    );
    const settings = { ...optimizerSettings[name], ...(name === 'momentum' ? { nesterov: true } : {}) };
    const training = (epochs: number) => stripesTraining({ epochs, optimizer: { name, settings } });
    await load(plan);
    const four = await engine.handle({ type: 'train', training: training(4), resume: false });
    await load(plan);
    await engine.handle({ type: 'train', training: training(2), resume: false });
    const again = await engine.handle({ type: 'train', training: training(2), resume: true });
    expect(again.epochs).toHaveLength(4);
    expect(curve(again)).toEqual(curve(four));
  });

  it('keeps weights and history when only the freezing changes', async () => {
    const { engine, load } = await session();
    const plan = (frozen?: 'frozen') =>
      chain(
        stripesInput,
        frozen ? ['conv2d', { filters: 2 }, frozen] : ['conv2d', { filters: 2 }],
        ['flatten'],
        twoClasses,
      );
    await load(plan());
    await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
    const before = await engine.handle({ type: 'weights' });
    await load(plan('frozen'));
    expect(await engine.handle({ type: 'weights' })).toEqual(before);
    const run = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: true });
    expect(run.epochs).toHaveLength(2);
    const after = await engine.handle({ type: 'weights' });
    expect(after['1-conv2d/kernel']).toEqual(before['1-conv2d/kernel']);
    expect(after['3-dense/kernel']).not.toEqual(before['3-dense/kernel']);
  });

  it('goes on from a checkpoint in another session, if the model still fits', async () => {
    const checkpoints = memoryCheckpoints();
    const before = await session(checkpoints);
    await before.load(stripesModel());
    const run = await before.engine.handle({ type: 'train', training: stripesTraining({ epochs: 2 }), resume: false });
    const weights = await before.engine.handle({ type: 'weights' });
    const after = await session(checkpoints);
    const other = chain(stripesInput, ['flatten'], twoClasses);
    expect(await after.engine.restore(other)).toBeNull();
    const found = await after.engine.restore(stripesModel());
    expect(found?.epochs).toEqual(run.epochs);
    expect(await after.engine.handle({ type: 'weights' })).toEqual(weights);
    const on = await after.engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: true });
    expect(on.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(await after.engine.handle({ type: 'runs', project: 'p' })).toEqual([on]);
    await after.engine.handle({ type: 'forget', project: 'p', run: null });
    expect(await after.engine.handle({ type: 'runs', project: 'p' })).toEqual([]);
  });

  it('pauses between batches, goes on, and stops with the weights kept', async () => {
    const { engine, events, load } = await session();
    await load(stripesModel());
    const states = () => events.flatMap((event) => (event.type === 'state' ? [event.state] : []));
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 50 }), resume: false });
    while (!events.some(({ type }) => type === 'epochs')) await new Promise((resolve) => setTimeout(resolve, 1));
    await engine.handle({ type: 'pause' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const paused = await engine.handle({ type: 'weights' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await engine.handle({ type: 'weights' })).toEqual(paused);
    await engine.handle({ type: 'resume' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await engine.handle({ type: 'stop' });
    const run = await running;
    expect(states()).toEqual(['running', 'paused', 'running', 'stopped']);
    expect(run.epochs.length).toBeLessThan(50);
    expect(await engine.handle({ type: 'weights' })).not.toEqual(paused);
  });

  it('can be stopped before the first batch', async () => {
    const { engine, events, load } = await session();
    await load(stripesModel());
    const before = await engine.handle({ type: 'weights' });
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 50 }), resume: false });
    await engine.handle({ type: 'stop' });
    expect(await running).toMatchObject({ state: 'stopped', epochs: [] });
    expect(await engine.handle({ type: 'weights' })).toEqual(before);
    expect(events).toContainEqual(expect.objectContaining({ type: 'saved', epoch: 0 }));
  });

  it('stops early when nothing improves any more', async () => {
    const { engine, load } = await session();
    await load(stripesModel());
    const rule = { enabled: true, monitor: 'validationAccuracy', patience: 2, minDelta: 0 } as const;
    const earlyStopping = { ...rule, restoreBestWeights: false };
    const run = await engine.handle({
      type: 'train',
      training: stripesTraining({ epochs: 40, earlyStopping }),
      resume: false,
    });
    expect(run.state).toBe('finished');
    expect(run.epochs.length).toBeLessThan(20);
    const best = run.epochs.findIndex(({ validationAccuracy }) => validationAccuracy === 1);
    expect(run.epochs).toHaveLength(best + 3);
  });

  it('ends a run whose loss is no number and takes back the last good weights', async () => {
    const { engine, events, load } = await session();
    await load(stripesModel());
    const optimizer = { name: 'sgd', settings: { learningRate: 1e30 } } as const;
    const run = engine.handle({
      type: 'train',
      training: stripesTraining({ optimizer, loss: 'meanSquaredError' }),
      resume: false,
    });
    await expect(run).rejects.toMatchObject({ error: { code: 'notANumber', data: { epoch: 1 } } });
    expect(events.at(-1)).toMatchObject({ type: 'state', state: 'failed' });
    const weights = Object.values(await engine.handle({ type: 'weights' }));
    expect(weights.every(({ values }) => values.every(Number.isFinite))).toBe(true);
  });

  it('trains on with a warning when the disk is full', async () => {
    const full: CheckpointStore = {
      ...memoryCheckpoints(),
      save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const { engine, events, load } = await session(full);
    await load(stripesModel());
    const run = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
    expect(run.state).toBe('finished');
    const noRoom = { code: 'storageFull', data: { needed: 242 * 12 + 8 } };
    expect(events).toContainEqual(expect.objectContaining({ type: 'warning', error: noRoom, project: 'p' }));
  });
});

describe('layers and losses train on wasm', () => {
  const conv: Link = ['conv2d', { filters: 3 }];
  it.each<[string, Link[]]>([
    ['averagePooling2d same', [conv, ['averagePooling2d', { poolSize: [3, 3], padding: 'same' }], ['flatten']]],
    ['globalMaxPooling2d', [conv, ['globalMaxPooling2d']]],
    ['globalAveragePooling2d', [conv, ['globalAveragePooling2d']]],
    ['batchNormalization', [conv, ['batchNormalization'], ['flatten']]],
    [
      'batchNormalization axis 1',
      [conv, ['batchNormalization', { axis: 1, scale: false, center: false }], ['flatten']],
    ],
    ['zeroPadding2d, reshape', [['zeroPadding2d'], conv, ['reshape', { targetShape: [null] }]]],
    [
      'constraints',
      [['conv2d', { filters: 2, kernelConstraint: { name: 'maxNorm', maxValue: 0.1, axis: 0 } }], ['flatten']],
    ],
    [
      'regularizers',
      [['conv2d', { filters: 2, kernelRegularizer: { name: 'l1l2', l1: 0.01, l2: 0.01 } }], ['flatten']],
    ],
    ...activations.map((activation): [string, Link[]] => [
      activation,
      [conv, ['activation', { activation }], ['flatten']],
    ]),
  ])('%s', async (_, links) => {
    const { engine, load } = await session();
    await load(chain(stripesInput, ...links, twoClasses));
    const run = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 4 }), resume: false });
    expect(run.epochs.at(-1)!.loss).toBeLessThan(run.epochs[0]!.loss);
  });

  it.each(losses)('%s', async (loss) => {
    const { engine, load } = await session();
    await load(stripesModel());
    const run = await engine.handle({ type: 'train', training: stripesTraining({ loss }), resume: false });
    expect(run.epochs.at(-1)!.loss).toBeLessThan(run.epochs[0]!.loss);
  });

  it('leaves frozen layers as they are, the statistics of a frozen BatchNormalization too', async () => {
    const { engine, load } = await session();
    await load(
      chain(
        stripesInput,
        [...conv, {}, 'frozen'] as unknown as Link,
        ['batchNormalization', {}, 'frozen'],
        ['flatten'],
        twoClasses,
      ),
    );
    const before = await engine.handle({ type: 'weights' });
    await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
    const after = await engine.handle({ type: 'weights' });
    const changed = Object.keys(before).filter((key) => before[key]!.values.join() !== after[key]!.values.join());
    expect(changed).toEqual(['4-dense/kernel', '4-dense/bias']);
  });
});

describe('prediction and memory', () => {
  it('gives the output and the layers asked for, at most 64 maps of each', async () => {
    const { engine, load } = await session();
    await load(chain(stripesInput, ['conv2d', { filters: 70 }], ['globalAveragePooling2d'], twoClasses));
    const big: Picture = { width: 50, height: 40, channels: 4, values: new Float32Array(8000).fill(255) };
    const prediction = await engine.handle({
      type: 'predict',
      sample: big,
      layers: ['1-conv2d', 'gone', '3-dense', '0-inputImage'],
    });
    const { values } = prediction.outputs[0]!;
    expect(values).toHaveLength(2);
    expect(values[0]! + values[1]!).toBeCloseTo(1, 5);
    expect(prediction.activations.map(({ layer, shape }) => [layer, shape])).toEqual([
      ['1-conv2d', [10, 10, 64]],
      ['3-dense', [2]],
      ['0-inputImage', [12, 12, 1]],
    ]);
    expect([...prediction.activations[1]!.values]).toEqual([...values]);
  });

  it('frees everything: memory is flat over train, predict and load', async () => {
    const { engine, load } = await session();
    const round = async () => {
      await load(stripesModel());
      await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
      await engine.handle({ type: 'predict', sample: picture, layers: ['1-conv2d'] });
      return engine.handle({ type: 'memory' });
    };
    const first = await round();
    for (let count = 0; count < 3; count++) expect(await round()).toEqual(first);
  });

  it('frees its model when it is told to, and brings it again', async () => {
    const { engine, load } = await session();
    const before = await engine.handle({ type: 'memory' });
    await load(stripesModel());
    const weights = await engine.handle({ type: 'weights' });
    engine.session.free();
    expect(await engine.handle({ type: 'memory' })).toEqual(before);
    expect(await engine.handle({ type: 'weights' })).toEqual(weights);
  });

  it.each<[string, Plan, object]>([
    ['no model', chain(['inputImage']), { code: 'notRunnable' }],
    [
      'other data',
      chain(['inputVector', { shape: [5] }], twoClasses),
      { code: 'dataMismatch', data: { what: 'input' } },
    ],
    [
      'one class',
      chain(stripesInput, ['flatten'], ['dense', { units: 1, activation: 'softmax' }]),
      { code: 'dataMismatch' },
    ],
    ['no vector', chain(stripesInput, ['conv2d']), { code: 'dataMismatch', data: { what: 'output' } }],
    [
      'a weight beyond the device',
      chain(stripesInput, ['flatten'], ['dense', { units: 1_000_000 }], ['dense', { units: 900_000 }], twoClasses),
      { code: 'tooLarge', data: { what: 'weight', name: '3-dense/kernel' } },
    ],
  ])('refuses %s', async (_, plan, error) => {
    const { engine, load } = await session();
    const run = async () => {
      await load(plan);
      await engine.handle({
        type: 'train',
        training: stripesTraining({ loss: 'sparseCategoricalCrossentropy' }),
        resume: false,
      });
    };
    await expect(run()).rejects.toMatchObject({ error });
  });

  it('says which batch size would fit', async () => {
    const { engine, load } = await session();
    await load(chain(stripesInput, ['conv2d', { filters: 64 }], ['flatten'], twoClasses));
    const training = stripesTraining({ batchSize: 65_536 });
    const run = engine.handle({ type: 'train', training, resume: false });
    await expect(run).rejects.toMatchObject({ error: { code: 'tooLarge', data: { what: 'total' } } });
    const { error } = (await run.catch((failure: unknown) => failure)) as { error: { data: { batchSize: number } } };
    expect(error.data.batchSize).toBeGreaterThan(1000);
    expect(error.data.batchSize).toBeLessThan(65_536);
  });
});

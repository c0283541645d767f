import { backend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { chain, stripes, stripesInput, stripesModel, stripesTraining, twoClasses } from '../../e2e/fixtures/stripes';
import { indexedDbCheckpoints, memoryCheckpoints } from './checkpoints/checkpoints';
import type { BackendName } from './protocol/backendInfo';
import type { EngineEvent } from './protocol/events';
import { testSession } from './testSession';
import { wasmFiles } from './backend/wasmFiles';

const dataset = stripes();

async function session(force: BackendName, checkpoints = memoryCheckpoints()) {
  const events: EngineEvent[] = [];
  const engine = testSession({
    wasmFiles,
    checkpoints,
    dataset: async () => dataset,
    emit: (event) => events.push(event),
  });
  const info = await engine.handle({ type: 'backend', force });
  return { engine, events, info };
}

const lossDevice = () => (backend() as unknown as { device: GPUDevice }).device;

describe.each(['cpu', 'wasm', 'webgl', 'webgpu'] as const)('%s', (name) => {
  it('trains, predicts and frees everything, with the same numbers as every other backend', async () => {
    const { engine, info } = await session(name);
    expect(info).toMatchObject({ name, reason: 'forced' });
    const plan = chain(
      stripesInput,
      ['conv2d', { filters: 4, activation: 'relu', padding: 'same' }],
      ['batchNormalization', { momentum: 0.5 }],
      ['maxPooling2d'],
      ['averagePooling2d', { poolSize: [3, 3], padding: 'same' }],
      ['dropout', { rate: 0.2 }],
      ['flatten'],
      twoClasses,
    );
    const round = async () => {
      await engine.load(plan);
      const run = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 3 }), resume: false });
      const values = new Float32Array(144).fill(100);
      const picture = { width: 12, height: 12, channels: 1, values };
      const { activations } = await engine.handle({ type: 'predict', sample: picture, layers: ['1-conv2d'] });
      expect(activations[0]!.shape).toEqual([12, 12, 4]);
      return { run, memory: await engine.handle({ type: 'memory' }) };
    };
    const first = await round();
    const second = await round();
    expect(second.memory).toEqual(first.memory);
    expect(second.run.epochs.map(({ loss }) => loss)).toEqual(first.run.epochs.map(({ loss }) => loss));
    expect(first.run.epochs.at(-1)!.validationAccuracy).toBeGreaterThan(0.9);
    first.run.epochs.forEach(({ loss }, epoch) => expect(loss).toBeCloseTo(curve[epoch]!, 3));
  });
});

/** The losses of that run, as every backend must give them. */
const curve = [0.60982, 0.31791, 0.11214];

describe('webgpu', () => {
  it('pauses, goes on and stops', async () => {
    const { engine, events } = await session('webgpu');
    await engine.load(stripesModel());
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 1000 }), resume: false });
    await expect.poll(() => events.some(({ type }) => type === 'progress'), { timeout: 60_000 }).toBe(true);
    await engine.handle({ type: 'pause' });
    const paused = await engine.handle({ type: 'weights' });
    expect(await engine.handle({ type: 'weights' })).toEqual(paused);
    await engine.handle({ type: 'resume' });
    await engine.handle({ type: 'stop' });
    expect((await running).state).toBe('stopped');
  });

  it('ends a run in which the GPU reports an error, instead of going on with wrong numbers', async () => {
    const { engine, events } = await session('webgpu');
    await engine.load(stripesModel());
    const running = engine.handle({ type: 'train', training: stripesTraining({ epochs: 1000 }), resume: false });
    const failure = running.catch((thrown: unknown) => thrown);
    await expect.poll(() => events.some(({ type }) => type === 'progress'), { timeout: 60_000 }).toBe(true);
    const device = lossDevice();
    device.createBuffer({ size: device.limits.maxBufferSize + 4, usage: GPUBufferUsage.STORAGE });
    expect(await failure).toMatchObject({ error: { code: 'gpuError' } });
    const again = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 1 }), resume: false });
    expect(again.state).toBe('finished');
  });

  it('refuses a weight that no buffer of the device can hold', async () => {
    const { engine } = await session('webgpu');
    const limit = Math.min(lossDevice().limits.maxBufferSize, lossDevice().limits.maxStorageBufferBindingSize);
    const units = Math.min(1_000_000, Math.floor(limit / 4 / 1000) + 1);
    const plan = chain(stripesInput, ['flatten'], ['dense', { units: 1000 }], ['dense', { units }], twoClasses);
    const load = engine.load(plan);
    await expect(load).rejects.toMatchObject({ error: { code: 'tooLarge', data: { what: 'weight', limit } } });
  });
});

describe('checkpoints', () => {
  it('lie in IndexedDB and bring a run back', async () => {
    const checkpoints = indexedDbCheckpoints('engine-test');
    const { engine } = await session('wasm', checkpoints);
    await engine.load(stripesModel());
    const run = await engine.handle({ type: 'train', training: stripesTraining({ epochs: 2 }), resume: false });
    const weights = await engine.handle({ type: 'weights' });
    const { engine: later } = await session('wasm', indexedDbCheckpoints('engine-test'));
    expect(await later.restore(stripesModel())).toEqual(run);
    expect(await later.handle({ type: 'weights' })).toEqual(weights);
    await later.handle({ type: 'forget', project: 'p', run: run.id });
    expect(await later.handle({ type: 'runs', project: 'p' })).toEqual([]);
    await later.handle({ type: 'forget', project: 'p', run: null });
    expect(await later.restore(stripesModel())).toBeNull();
  });
});

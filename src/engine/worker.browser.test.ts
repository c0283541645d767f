import { describe, expect, it } from 'vitest';
import { chain, twoClasses } from '../../e2e/fixtures/stripes';
import { loadDigits } from '../data/digits/loadDigits';
import { initialTraining } from '../document/training';
import { createEngine } from './client';
import type { EngineNews } from './client';

const small = () => chain(['inputImage'], ['flatten'], ['dense', { units: 10, activation: 'softmax' }]);

describe('the worker', () => {
  it('chooses a backend and says why, trains on the shipped digits, and predicts', async () => {
    const engine = createEngine();
    const events: EngineNews[] = [];
    const leave = engine.subscribe((event) => events.push(event));
    const info = await engine.request({ type: 'backend', force: 'auto' });
    const adapter = await navigator.gpu.requestAdapter();
    const software = adapter?.info.architecture === 'swiftshader';
    expect([info.name, info.reason]).toEqual(software ? ['wasm', 'softwareAdapterOnly'] : ['webgpu', 'realAdapter']);
    const about = { project: 'w', plan: small(), seed: 1 };
    const run = await engine.request({
      type: 'train',
      about,
      training: { ...initialTraining, epochs: 1 },
      resume: false,
    });
    expect(run.epochs[0]!.validationAccuracy).toBeGreaterThan(0.8);
    expect(run.evaluation!.outputs[0]!.matrix.flat().reduce((sum, count) => sum + count)).toBe(1500);
    const times = events.flatMap(({ type }, index) => (type === 'progress' ? [index] : []));
    expect(times.length).toBeGreaterThan(0);
    leave();
    const values = new Float32Array(784).fill(200);
    const predict = () =>
      engine.request({ type: 'predict', about, sample: { width: 28, height: 28, channels: 1, values }, layers: [] });
    const [old, latest] = await Promise.allSettled([predict(), predict()]);
    expect(old).toMatchObject({ status: 'rejected', reason: { error: { code: 'cancelled' } } });
    expect(latest.status).toBe('fulfilled');
    await expect(
      engine.request({ type: 'train', about, training: { ...initialTraining, dataset: 'none' }, resume: false }),
    ).rejects.toMatchObject({ error: { code: 'datasetUnavailable', data: { dataset: 'none' } } });
    await engine.request({ type: 'forget', project: 'w', run: null });
    engine.dispose();
  });

  it('refuses what cannot be built, and goes on answering', async () => {
    const engine = createEngine();
    await engine.request({ type: 'backend', force: 'cpu' });
    const plan = chain(['inputVector', { shape: [3] }], twoClasses);
    const about = { project: 'w', plan, seed: 1 };
    const run = engine.request({ type: 'train', about, training: initialTraining, resume: false });
    await expect(run).rejects.toMatchObject({ error: { code: 'dataMismatch' } });
    expect(Object.keys(await engine.request({ type: 'weights', about }))).toEqual(['1-dense/kernel', '1-dense/bias']);
    engine.dispose();
  });
});

describe('the embedded backbone', () => {
  it(
    'is transferred to the digits; its features are kept on disk for the next worker',
    { timeout: 120_000 },
    async () => {
      const plan = chain(
        ['inputImage'],
        [
          'pretrainedBackbone',
          { architecture: 'digits-backbone', weights: 'digits', pooling: 'avg', trainableLayers: 'none' },
        ],
        ['dense', { units: 5, activation: 'softmax' }],
      );
      const training = { ...initialTraining, dataset: 'digits-5-9', epochs: 2, batchSize: 32 };
      const once = async () => {
        const engine = createEngine();
        const cuts: unknown[] = [];
        engine.subscribe((event) => event.type === 'cut' && cuts.push(event.cut));
        await engine.request({ type: 'backend', force: 'wasm' });
        const about = { project: 'w', plan, seed: 1 };
        const run = await engine.request({ type: 'train', about, training, resume: false });
        engine.dispose();
        return { cut: cuts.at(-1), accuracy: run.epochs[1]!.validationAccuracy, loss: run.epochs[0]!.loss };
      };
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('features', { recursive: true }).catch(() => undefined);
      const first = await once();
      expect(first.cut).toMatchObject({ reused: 0, where: 'memory' });
      expect(first.accuracy).toBeGreaterThan(0.6);
      const second = await once();
      expect(second.cut).toMatchObject({ computed: 0, where: 'memory' });
      expect(second.loss).toBe(first.loss);
      await root.removeEntry('features', { recursive: true });
    },
  );
});

describe('digits in the browser', () => {
  it('decode to the bytes that were written', async () => {
    const { values, target } = await loadDigits();
    const labels = target.kind === 'classes' ? Uint8Array.from(target.labels) : new Uint8Array();
    const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    expect(await digest(Uint8Array.from(values))).toBe(
      'b89a82a7408d96df362f3a6e917aa53fc3791f906f265c5240bebc31c24082af',
    );
    expect(await digest(labels)).toBe('50f153a07170c4386f8785f553a9096f3770fc555246614dfa1cbeb88bc053f8');
  });
});

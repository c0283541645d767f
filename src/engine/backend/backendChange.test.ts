import { KernelBackend, getBackend, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { stripes, stripesModel, stripesTraining } from '../../../e2e/fixtures/stripes';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import { engineTroubleOf } from '../protocol/engineError';
import { testSession } from '../testSession';

/** Starts, and then takes nothing. */
class Full extends KernelBackend {
  override dispose(): void {}
}

afterEach(() => removeBackend('webgl'));

test.each([
  ['that does not start', 'backendUnavailable', () => Promise.reject(new Error('No context.'))],
  ['that takes no weights', 'failed', () => new Full()],
] as const)('a backend %s leaves the former one, with the model and what it has learned', async (_, code, factory) => {
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => stripes(),
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  await engine.load(stripesModel());
  const training = stripesTraining({ epochs: 1 });
  await engine.handle({ type: 'train', training, resume: false });
  const before = await engine.handle({ type: 'weights' });
  registerBackend('webgl', factory, 9);
  const changing = engine.handle({ type: 'backend', force: 'webgl' });
  expect(await changing.catch((error: unknown) => engineTroubleOf(error))).toMatchObject({ code });
  expect(getBackend()).toBe('wasm');
  expect(await engine.handle({ type: 'weights' })).toEqual(before);
  const on = await engine.handle({ type: 'train', training, resume: true });
  expect(on).toMatchObject({ state: 'finished', backend: 'wasm' });
  expect(on.epochs).toHaveLength(2);
  expect((await engine.handle({ type: 'backend', force: 'cpu' })).name).toBe('cpu');
});

import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { chain, stripes, stripesInput, stripesTraining, twoClasses } from '../../../e2e/fixtures/stripes';
import { losses } from '../../document/training/losses';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import { testSession } from '../testSession';
import { flawOf, lossPerSample } from '../training/losses';

test('on WebGPU, too, no loss hides what is no number, and a run ends where it comes', async () => {
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => stripes(),
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'webgpu' });
  const sound: string[] = [];
  for (const loss of losses) {
    for (const value of [0.3, NaN, Infinity, -Infinity]) {
      const result = tidy(() => {
        const [right, said] = [
          tensor2d([
            [0, 1],
            [1, 0],
          ]),
          tensor2d([
            [0.4, 0.6],
            [value, 0.7],
          ]),
        ];
        return lossPerSample({ loss }, right, said).add(flawOf(said)).mean();
      });
      const [number] = await result.data();
      result.dispose();
      if (Number.isFinite(number)) sound.push(`${loss} ${value}`);
    }
  }
  expect(sound).toEqual(losses.map((loss) => `${loss} 0.3`));

  await engine.load(chain(stripesInput, ['flatten'], ['dense', { units: 8, activation: 'relu' }], twoClasses));
  const before = await engine.handle({ type: 'weights' });
  const optimizer = { name: 'sgd', settings: { learningRate: 1e25 } } as const;
  const run = engine.handle({ type: 'train', training: stripesTraining({ optimizer }), resume: false });
  await expect(run).rejects.toMatchObject({
    error: { code: 'notANumber', data: { epoch: 1, cause: { kind: 'learningRate' } } },
  });
  expect(await engine.handle({ type: 'weights' })).toEqual(before);
});

import { expect, it } from 'vitest';
import { library, templates } from '../../templates/index';
import { compile } from '../compile/compile';
import { loadBuiltIn } from '../data/builtIn';
import { isBuiltIn } from '../data/catalogue';
import { buildTemplate } from '../document/template';
import { memoryCheckpoints } from './checkpoints/checkpoints';
import type { BackendName } from './protocol/backendInfo';
import { testSession } from './testSession';
import { wasmFiles } from './backend/wasmFiles';

/** The losses of some small batches of a recipe's own data, with its own settings. */
async function losses(id: string, force: BackendName, samples: number): Promise<readonly number[]> {
  const document = buildTemplate(templates.find((template) => template.id === id)!);
  const { dataset: name } = document.training;
  if (!isBuiltIn(name)) throw new Error(`${id} has no dataset of the page`);
  const dataset = { ...(await loadBuiltIn(name)), count: samples + 2, validation: 2 };
  const engine = testSession({
    wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force });
  const plan = compile(document, library);
  const { seed } = document.training;
  await engine.load(plan, { project: id, seed });
  const training = { ...document.training, epochs: 1, batchSize: samples / 2 };
  const { epochs } = await engine.handle({ type: 'train', training, resume: false });
  return epochs.flatMap(({ loss, validationLoss }) => [loss, validationLoss!]);
}

// Numbers, a series, a text and a clip: one recipe for each kind of data that is no picture.
it.each([
  ['deepbrick-02', 16],
  ['deepbrick-19', 4],
  ['deepbrick-24', 2],
  ['deepbrick-video', 2],
])('%s learns the same on WebGPU as on wasm', async (id, samples) => {
  const expected = await losses(id, 'wasm', samples);
  const got = await losses(id, 'webgpu', samples);
  const differences = got.map((value, index) => Math.abs(value / expected[index]! - 1));
  expect(expected.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  expect(Math.max(...differences)).toBeLessThanOrEqual(1e-4);
});

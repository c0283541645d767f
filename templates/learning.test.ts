import { expect, test } from 'vitest';
import { compile } from '../src/compile/compile';
import { loadBuiltIn } from '../src/data/builtIn';
import { isBuiltIn } from '../src/data/catalogue';
import { buildTemplate } from '../src/document/template';
import { memoryCheckpoints } from '../src/engine/checkpoints/checkpoints';
import { testSession } from '../src/engine/testSession';
import { library } from './index';
import { recipes } from './recipes/index';

/** The last epoch of a recipe, trained as it opens. */
async function lastEpoch(id: string) {
  const document = buildTemplate(recipes.find((recipe) => recipe.id === id)!);
  const { dataset } = document.training;
  if (!isBuiltIn(dataset)) throw new Error(`${id} has no dataset of the page`);
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: () => loadBuiltIn(dataset),
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  const { seed } = document.training;
  await engine.load(compile(document, library), { project: id, seed });
  const { epochs } = await engine.handle({ type: 'train', training: document.training, resume: false });
  return epochs.at(-1)!;
}

// A straight line cannot follow the bent curve, an MLP can; noise leaves 0.0025 of squared error.
test.each([
  ['deepbrick-01', 0.02, 0.2],
  ['deepbrick-02', 0, 0.01],
  ['deepbrick-03', 0, 0.01],
  ['deepbrick-18', 0, 0.05],
])('%s learns: validation loss between %d and %d', async (id, least, most) => {
  const { validationLoss } = await lastEpoch(id);
  expect(validationLoss).toBeGreaterThan(least);
  expect(validationLoss).toBeLessThan(most);
});

// How far every recipe gets is a script by hand: `e2e/measure/recipesInNode.ts`.
test.each([
  ['deepbrick-04', 0.7],
  ['deepbrick-07', 0.4],
  ['deepbrick-09', 0.85],
])('%s learns: validation accuracy above %d', async (id, least) => {
  expect((await lastEpoch(id)).validationAccuracy).toBeGreaterThan(least);
});

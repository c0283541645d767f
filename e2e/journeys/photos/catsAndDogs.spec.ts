import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { templateDocument } from '../../../src/layout/templateDocument';
import transfer from '../../../templates/transfer';
import { library } from '../../../templates/index';
import { type App, expect, test } from '../app';

const photos = '../shared/data/cats_dogs';
const weights = '../shared/data/weights/mobilenet_2_5_224_tf_no_top.h5';

/** A folder with the first photos of each class of each part. */
function first(folder: string, train: number, validation: number): string {
  for (const [part, count] of [
    ['train', train],
    ['validation', validation],
  ] as const) {
    for (const kind of ['cats', 'dogs']) {
      for (const name of readdirSync(join(photos, part, kind)).slice(0, count))
        cpSync(join(photos, part, kind, name), join(folder, part, kind, name));
    }
  }
  return folder;
}

test.beforeEach(() => {
  test.skip(!existsSync(photos) || !existsSync(weights), 'needs the shared photos of cats and dogs, and weights');
});

/** A new head of one unit on a MobileNet, and so many photos of a folder as its data. */
async function openWithPhotos(app: App, page: Page, folder: string, count: number): Promise<void> {
  await app.open();
  await app.openDocument(templateDocument(transfer, { alpha: '0.25', classes: 1 }, library));
  await app.command('Photos…');
  const dialog = page.getByRole('dialog', { name: 'Photos' });
  await dialog.getByLabel('Choose folder…', { exact: true }).setInputFiles(folder);
  await expect(dialog).toContainText(`${count} photos added`, { timeout: 100_000 });
  await dialog.getByRole('button', { name: 'Train on these photos' }).click();
  await expect(app.training).toBeVisible();
}

const chooseBackend = (app: App, name: string) =>
  app.training.getByLabel('backend', { exact: true }).selectOption(name);

async function chooseWeights(app: App, page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await app.training.getByRole('button', { name: /^Choose a file for mobilenet-0.25/ }).click();
  await (await choosing).setFiles(weights);
}

/** What the panel says of the validation photos, after a training that computes the features of so many photos. */
async function trained(app: App, computed: string): Promise<string> {
  await expect(app.training).toContainText(`computed once per image: ${computed}`, { timeout: 200_000 });
  await expect(app.button('Train')).toBeVisible({ timeout: 60_000 });
  return app.training.getByText(/^Validation: loss/).innerText();
}

// All 400 are trained on by hand: `e2e/measure/catsAndDogs.ts`.
test('100 photos of cats and dogs teach a new head on a frozen MobileNet to tell 40 others apart', async ({
  app,
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  await openWithPhotos(app, page, first(testInfo.outputPath('photos'), 50, 20), 140);
  await chooseBackend(app, 'wasm');
  await app.button('Train').click();
  await chooseWeights(app, page);
  const learned = await trained(app, '140 computed, 0 reused');
  expect(Number(/accuracy ([\d.]+) %/.exec(learned)?.[1])).toBeGreaterThanOrEqual(75);
  await expect(app.training.getByRole('columnheader', { name: 'dogs' })).toBeVisible();

  await app.button('Train').click();
  expect(await trained(app, '0 computed, 140 reused')).toBe(learned);
});

test('WebGPU learns from photos what wasm learns from them', async ({ app, page }, testInfo) => {
  test.setTimeout(240_000);
  // Half a second for every photo where the GPU is simulated: some of them say the same.
  await openWithPhotos(app, page, first(testInfo.outputPath('photos'), 4, 2), 12);
  await chooseBackend(app, 'webgpu');
  await app.button('Train').click();
  await chooseWeights(app, page);
  const onWebgpu = await trained(app, '12 computed, 0 reused');
  await expect(app.status).toContainText('WebGPU');
  await chooseBackend(app, 'wasm');
  await app.training.getByLabel('frozen part', { exact: true }).selectOption('computed every time');
  await app.button('Train').click();
  await expect(app.button('Stop')).toBeVisible();
  await expect(app.button('Train')).toBeVisible({ timeout: 60_000 });
  await expect(app.status).toContainText('WebAssembly');
  const onWasm = await app.training.getByText(/^Validation: loss/).innerText();
  const numbers = (text: string) => [...text.matchAll(/[\d.]+(?= %|,|$)/g)].map(([number]) => Number(number));
  expect(numbers(onWebgpu).length).toBeGreaterThanOrEqual(2);
  numbers(onWebgpu).forEach((number, place) => expect(number).toBeCloseTo(numbers(onWasm)[place]!, 2));
});

import { existsSync } from 'node:fs';
import { templateDocument } from '../../../src/layout/templateDocument';
import transfer from '../../../templates/transfer';
import { library } from '../../../templates/index';
import { expect, test } from '../app';

const photos = '../shared/data/cats_dogs';
const weights = '../shared/data/weights/mobilenet_2_5_224_tf_no_top.h5';

test('300 photos of cats and dogs are told apart after ten epochs of a new head on a frozen MobileNet', async ({
  app,
  page,
}) => {
  test.skip(!existsSync(photos) || !existsSync(weights), 'needs the shared photos of cats and dogs, and weights');
  test.setTimeout(400_000);
  await app.open();
  await app.openDocument(templateDocument(transfer, { alpha: '0.25', classes: 1 }, library));
  await app.command('Photos…');
  const dialog = page.getByRole('dialog', { name: 'Photos' });
  await dialog.getByLabel('Choose folder…', { exact: true }).setInputFiles(photos);
  await expect(dialog).toContainText('400 photos added', { timeout: 100_000 });
  await dialog.getByRole('button', { name: 'Train on these photos' }).click();
  await page.keyboard.press('Escape');
  await app.openTraining();
  // Simulated where there is no GPU: half a second for every photo.
  await app.training.getByLabel('backend', { exact: true }).selectOption('webgpu');
  await app.button('Train').click();
  const choosing = page.waitForEvent('filechooser');
  await app.training.getByRole('button', { name: /^Choose a file for mobilenet-0.25/ }).click();
  await (await choosing).setFiles(weights);
  await expect(app.training).toContainText(/computed once per picture: 400 now, 0 from before/, { timeout: 300_000 });
  await expect(app.button('Train')).toBeVisible({ timeout: 60_000 });
  await expect(app.status).toContainText('WebGPU');
  const result = app.training.getByText(/^Validation: loss/);
  const first = await result.innerText();
  expect(Number(/accuracy ([\d.]+) %/.exec(first)?.[1])).toBeGreaterThanOrEqual(92);
  await expect(app.training.getByRole('columnheader', { name: 'dogs' })).toBeVisible();

  await app.button('Train').click();
  await expect(app.training).toContainText(/computed once per picture: 0 now, 400 from before/);
  await expect(app.button('Train')).toBeVisible({ timeout: 60_000 });
  await expect(result).toHaveText(first);
});

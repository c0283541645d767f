import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { App } from '../app';
import { expect, test } from '../app';
import { trainForAnEpoch } from '../trainForAnEpoch';

const backbone = ['model.json', 'group1-shard1of1.bin'].map((name) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(`public/digitsBackbone/${name}`),
}));

/** The classes that the model names for the first sample, with how sure it is. */
async function answers(app: App): Promise<readonly string[]> {
  if (!(await app.prediction.isVisible())) await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  // Beside them the activations of a selected brick are listed.
  const named = app.prediction.getByRole('region', { name: 'predictions', exact: true }).getByRole('listitem');
  await expect(named).toHaveCount(5);
  return named.allInnerTexts();
}

/** Deletes all own files in the dialog of weights. */
async function deleteOwn(app: App, page: Page, name: string): Promise<void> {
  await app.command('Weights…');
  const own = page.getByRole('dialog').getByRole('region', { name: 'Your own files' });
  await own.getByRole('button', { name: `Delete ${name} from this device` }).click();
  await expect(own.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');
}

test('a backbone takes its weights from a file, and has them after a reload', async ({ app, page }) => {
  await app.open('/?template=digits-transfer');
  const official = await answers(app);
  await app.item('backbone').click();
  await app.inspector.getByLabel('weights', { exact: true }).selectOption('file');
  const choosing = page.waitForEvent('filechooser');
  await app.inspector.getByRole('button', { name: 'Choose file…' }).click();
  await (await choosing).setFiles(backbone);
  await expect(app.inspector.getByLabel('weightsFile')).toContainText('model.json');
  await expect(app.inspector).toContainText('from your file');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label=Inspector]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await app.saved.waitFor();
  const before = await answers(app);
  expect(before).toEqual(official);

  await page.reload();
  await expect(app.canvas).toBeVisible();
  expect(await answers(app)).toEqual(before);

  await deleteOwn(app, page, 'model.json');
  await page.reload();
  await expect(app.canvas).toBeVisible();
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(app.prediction.getByRole('alert')).toContainText('not on this device yet');
  const again = page.waitForEvent('filechooser');
  await app.prediction.getByRole('button', { name: 'Choose file…' }).click();
  await (await again).setFiles(backbone);
  expect(await answers(app)).toEqual(before);
});

test('weights opened into a model are there after a reload, until their file is deleted', async ({ app, page }) => {
  const file = test.info().outputPath('digits.weights.h5');
  await app.open('/?template=digits-transfer');
  const fresh = await answers(app);
  await trainForAnEpoch(app);
  const trained = await answers(app);
  expect(trained).not.toEqual(fresh);
  await app.command('Save trained model…');
  const saving = page.getByRole('dialog');
  await saving.getByRole('radio', { name: /weights/i }).check();
  const downloading = page.waitForEvent('download');
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  await (await downloading).saveAs(file);
  await expect(saving).toBeHidden();

  await app.open('/?template=digits-transfer');
  expect(await answers(app)).toEqual(fresh);
  await app.command('Open trained model…');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'Choose files…' }).click();
  await (await choosing).setFiles(file);
  await expect(page.getByRole('dialog')).toContainText('12 weights loaded');
  await page.keyboard.press('Escape');
  expect(await answers(app)).toEqual(trained);

  await page.reload();
  await expect(app.canvas).toBeVisible();
  expect(await answers(app)).toEqual(trained);
  await expect(app.prediction).not.toContainText('random');

  await deleteOwn(app, page, 'digits.weights.h5');
  await page.reload();
  await expect(app.canvas).toBeVisible();
  expect(await answers(app)).toEqual(fresh);
  await expect(app.prediction.getByRole('alert')).toContainText('digits.weights.h5, which was deleted');
});

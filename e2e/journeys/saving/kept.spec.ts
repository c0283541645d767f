import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { readSavedModel } from '../../../src/formats/saved/readSavedModel';
import { wholeTensor } from '../../../src/formats/weights/wholeTensor';
import { type App, expect, test } from '../app';
import { trainForAnEpoch } from '../trainForAnEpoch';

const files = JSON.parse(
  gunzipSync(readFileSync(new URL('../../fixtures/kept.bin', import.meta.url))).toString(),
) as Readonly<Record<string, string>>;
/** A model of Keras for the digits with a layer that no brick computes. */
const model = Buffer.from(files['digits.keras']!, 'base64');

/** All weights in a saved model, by layer. */
async function weightsIn(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Readonly<Record<string, readonly number[][]>>> {
  const { weights } = await readSavedModel([{ name, blob: new Blob([bytes]) }]);
  const found: Record<string, readonly number[][]> = {};
  for (const layer of weights.layers) {
    found[layer.name] = await Promise.all(layer.tensors.map(async (tensor) => [...(await wholeTensor(tensor))]));
  }
  weights.close();
  return found;
}

const before = () => weightsIn('digits.keras', Uint8Array.from(model));

/** Saves the model as `.keras`, and reads what is in the file. */
async function saved(app: App, page: Page) {
  await app.command('Save trained model…');
  const dialog = page.getByRole('dialog', { name: 'Save the trained model' });
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const path = await (await downloading).path();
  await page.keyboard.press('Escape');
  return weightsIn('saved.keras', Uint8Array.from(readFileSync(path)));
}

async function open(app: App, page: Page): Promise<void> {
  await app.open();
  const choosing = page.waitForEvent('filechooser');
  await app.command('Open file…');
  await (await choosing).setFiles({ name: 'digits.keras', mimeType: 'application/octet-stream', buffer: model });
  await expect(page.getByText('“mine” is a Scale, which no brick computes')).toContainText('9 parameters');
  await expect(app.item('mine')).toHaveAccessibleName(/^mine, Scale, output 9×9×4, 9 parameters/);
}

test('the weights of a layer that no brick computes stay through a reload, and go into the saved file', async ({
  app,
  page,
}) => {
  await open(app, page);
  expect(await saved(app, page)).toEqual(await before());
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.item('mine')).toBeVisible();
  expect(await saved(app, page)).toEqual(await before());
  await expect(app.button('Train')).toBeDisabled();
});

test('a brick takes the place of such a layer, and the other weights are still there; then it trains', async ({
  app,
  page,
}) => {
  await open(app, page);
  await app.item('mine').click();
  await app.inspector.getByLabel('Put a brick in its place').selectOption({ label: 'BatchNormalization' });
  await expect(app.item('mine')).toHaveAccessibleName(/^mine, BatchNormalization, output 9×9×4/);
  const { mine, ...others } = await saved(app, page);
  expect(mine).toHaveLength(4);
  const { mine: _own, ...kept } = await before();
  expect(others).toEqual(kept);
  await trainForAnEpoch(app);
});

test('such a layer is deleted and a brick put in, and the other weights are still there', async ({ app, page }) => {
  await open(app, page);
  await app.item('mine').click();
  await page.keyboard.press('Delete');
  await expect(app.item('mine')).toBeHidden();
  await app.item('see').click();
  await page.keyboard.press('Tab');
  await expect(page.getByPlaceholder('Search bricks…')).toBeFocused();
  await page.keyboard.type('Dropout');
  await page.keyboard.press('Enter');
  await expect(app.item('dropout')).toHaveAccessibleName(/^dropout, Dropout, output 9×9×4/);
  const { mine: _own, ...kept } = await before();
  expect(await saved(app, page)).toEqual(kept);
  await trainForAnEpoch(app);
});

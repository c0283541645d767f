import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../app';

test('the code follows the canvas, in TypeScript and in Keras, with the layer names', async ({ app, page }) => {
  await app.open();
  await app.button('Code').click();
  const panel = page.getByRole('region', { name: 'Code' });
  for (const name of ['conv2d', 'max_pooling2d', 'predictions'])
    await expect(panel.locator('code')).toContainText(name);
  await app.item('conv2d').click();
  await app.inspector.getByLabel('filters', { exact: true }).fill('24');
  await expect(panel.locator('code')).toContainText('filters: 24');
  await panel.getByRole('tab', { name: /Keras/ }).click();
  await expect(panel.locator('code')).toContainText('layers.Conv2D(');
  await expect(panel.locator('code')).toContainText("name='predictions'");
});

test('the project downloads as a zip with everything in it', async ({ app, page }) => {
  await app.open();
  await app.button('Code').click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Code' })
    .getByRole('button', { name: /project|zip/i })
    .click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const entries = unzipSync(await readFile(await download.path()));
  const paths = Object.keys(entries).map((path) => path.replace(/^[^/]*\/(?=package|src|README|tsconfig|test)/, ''));
  for (const path of [
    'package.json',
    'tsconfig.json',
    'src/model.ts',
    'src/train.ts',
    'src/predict.ts',
    'src/dataset.ts',
    'README.md',
  ])
    expect(paths).toContain(path);
  const model = Object.entries(entries).find(([path]) => path.endsWith('src/model.ts'));
  expect(strFromU8(model![1])).toContain("name: 'predictions'");
});

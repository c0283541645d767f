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
  await panel.getByRole('tab', { name: 'Keras', exact: true }).click();
  const editor = panel.getByRole('textbox', { name: 'Keras code' });
  await expect(editor).toContainText('layers.Conv2D(24,');
  await expect(editor).toContainText('name="predictions"');
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
  const paths = Object.keys(entries).map((path) =>
    path.replace(/^[^/]*\/(?=package|src|runtime|README|tsconfig|test)/, ''),
  );
  for (const path of [
    'package.json',
    'tsconfig.json',
    'src/model.ts',
    'src/train.ts',
    'src/predict.ts',
    'src/data.ts',
    'runtime/src/fit.ts',
    'README.md',
  ])
    expect(paths).toContain(path);
  const model = Object.entries(entries).find(([path]) => path.endsWith('src/model.ts'));
  expect(strFromU8(model![1])).toContain('name: "predictions"');
});

test('the graph is shown, copied and downloaded as Graphviz reads it', async ({ app, page }) => {
  await app.open('/?template=vgg16');
  await app.button('Code').click();
  const panel = page.getByRole('region', { name: 'Code' });
  await panel.getByRole('tab', { name: 'TypeScript' }).focus();
  await page.keyboard.press('End');
  await expect(panel.getByRole('tab', { name: 'Graphviz' })).toHaveAttribute('aria-selected', 'true');
  const code = panel.getByRole('tabpanel', { name: 'Graphviz' });
  await expect(code).toContainText('label="block1_conv1\\nConv2D\\n1,792 parameters"');
  await expect(code).toContainText('subgraph cluster1 {');
  await panel.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Code copied to the clipboard.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('layer0 -> layer1 [label="224×224×3"];');
  const downloading = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download .dot' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('VGG16.dot');
  expect(await readFile(await download.path(), 'utf8')).toBe(copied);
});

test('the targets are there in Korean, too', async ({ app, page }) => {
  await app.open();
  await app.command('한국어로 전환');
  await page.getByRole('banner').getByRole('button', { name: '코드', exact: true }).click();
  const panel = page.getByRole('region', { name: '코드' });
  await panel.getByRole('tab', { name: 'Graphviz' }).click();
  await expect(panel.getByRole('tabpanel', { name: 'Graphviz' })).toContainText('digraph {');
  await panel.getByRole('tab', { name: 'TypeScript' }).click();
  await expect(panel.getByRole('button', { name: '프로젝트 내려받기' })).toHaveAttribute('title', /TensorFlow\.js/);
});

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { compile } from '../../../src/compile/compile';
import { buildTemplate } from '../../../src/document/template';
import { library } from '../../../templates/index';
import { chain } from '../../documents/chain';
import { randomH5 } from '../../fixtures/randomWeights';
import { expect, test } from '../app';
import { leastContrast } from '../leastContrast';

/** Every file's path by what the tree says: levels and names, with all folders open. */
async function filesIn(tree: Locator): Promise<string[]> {
  for (;;) {
    const closed = tree.getByRole('treeitem', { expanded: false });
    if ((await closed.count()) === 0) break;
    await closed.first().press('ArrowRight');
  }
  const lines = await tree.getByRole('treeitem').evaluateAll((items) =>
    items.map((item) => ({
      level: Number(item.getAttribute('aria-level')),
      folder: item.hasAttribute('aria-expanded'),
      name: item.getAttribute('aria-label')!.split(', ')[0]!,
    })),
  );
  const folders: string[] = [];
  return lines.flatMap(({ level, folder, name }) => {
    folders.splice(level - 1);
    if (!folder) return [[...folders, name].join('/')];
    folders.push(name);
    return [];
  });
}

async function zipOf(page: Page, button: Locator): Promise<Record<string, string>> {
  const downloading = page.waitForEvent('download');
  await button.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Digits CNN.zip');
  const entries = Object.entries(unzipSync(await readFile(await download.path())));
  return Object.fromEntries(entries.map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), strFromU8(bytes, true)]));
}

test('an export is looked at file by file, chosen, and downloaded as it was shown', async ({ app, page }) => {
  await app.open();
  await app.button('Code').click();
  await page.getByRole('region', { name: 'Code' }).getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export “Digits CNN”' });
  await dialog.getByRole('radio', { name: 'Keras', exact: true }).check();
  const tree = dialog.getByRole('tree', { name: 'Files' });
  const item = (name: RegExp) => tree.getByRole('treeitem', { name });

  // The model is what is shown first; the keys lead to other files.
  const shown = (path: string) => dialog.getByRole('region', { name: path, exact: true });
  await expect(shown('model.py')).toContainText('layers.Conv2D(');
  await item(/^model\.py/).press('End');
  await expect(item(/^train\.py/)).toBeFocused();
  await expect(shown('train.py')).toContainText('EPOCHS');
  await page.keyboard.type('read');
  await expect(item(/^README\.md/)).toBeFocused();
  await expect(shown('README.md')).toContainText('A model made with DeepBrick');
  await item(/^data\.npz/).click();
  await expect(shown('data/data.npz')).toContainText('Arrays of NumPy');
  await expect(dialog.getByText('Nothing is trained yet')).toBeVisible();

  const whole = await filesIn(tree);
  expect(whole).toContain('data/data.npz');
  expect(whole).toContain('test_model.py');
  await dialog.getByRole('checkbox', { name: 'Data' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Tests' }).uncheck();
  await dialog.getByRole('combobox', { name: 'Language of the words' }).selectOption('한국어');
  await expect(item(/^data\.npz/)).toBeHidden();
  await expect(item(/^test_model\.py/)).toBeHidden();
  await item(/^README\.md/).click();
  await expect(shown('README.md')).toContainText('가중치.');
  await expect(dialog.getByText('stay behind')).toBeVisible();

  const few = await filesIn(tree);
  expect(few).not.toContain('test_model.py');
  const readme = await shown('README.md').locator('code').textContent();
  const files = await zipOf(page, dialog.getByRole('button', { name: 'Download Digits CNN.zip' }));
  expect(Object.keys(files).toSorted()).toEqual(few.toSorted());
  expect(Buffer.from(files['README.md']!, 'latin1').toString('utf8')).toBe(readme);
  await expect(dialog.getByRole('status').filter({ hasText: `${few.length} files` })).toBeVisible();
});

test('what a target refuses is said with the way out, and another target is a click away', async ({ app, page }) => {
  await app.open();
  await app.command('Export…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'ONNX' }).check();
  await expect(dialog.getByRole('alert')).toContainText('Train it first');
  await expect(dialog.getByRole('tree')).toBeHidden();
  await dialog.getByRole('radio', { name: 'Notebook' }).check();
  await expect(dialog.getByRole('heading', { name: 'Digits CNN', exact: true })).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'The model as an image' })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.item('flatten').click();
  await page.keyboard.press('Delete');
  await app.command('Export…');
  await expect(dialog.getByRole('radio', { name: 'Notebook' })).toBeChecked();
  await expect(dialog.getByText(/open problem/).first()).toBeVisible();
});

test('on a phone the tree stands above the text', async ({ app, page }) => {
  await app.open();
  await app.command('Export…');
  await page.setViewportSize({ width: 390, height: 844 });
  const dialog = page.getByRole('dialog');
  const box = async (part: Locator) => (await part.boundingBox())!;
  const [tree, text] = [dialog.getByRole('tree'), dialog.getByRole('region', { name: 'src/model.ts' })];
  await expect(text).toContainText('createModel');
  const [above, below] = [await box(tree), await box(text)];
  expect(above.y + above.height).toBeLessThanOrEqual(below.y);
  for (const part of [above, below]) expect([part.x >= 0, part.x + part.width <= 390]).toEqual([true, true]);
  await expect(dialog.getByRole('button', { name: /^Download / })).toBeInViewport();
});

test('weights that are not here are said before anything leaves, and chosen or done without there', async ({
  app,
  page,
}) => {
  const options = { includeTop: false, alpha: 0.25, inputShape: [64, 64, 3] };
  const published = await randomH5(compile(buildTemplate(library.architectures['mobilenet']!, options), library));
  await app.open();
  await app.openDocument(
    chain('Photos', [
      ['inputImage', 'photo', { shape: [64, 64, 3] }],
      ['pretrainedBackbone', 'backbone', { architecture: 'mobilenet', alpha: 0.25, weights: 'imagenet' }],
      ['globalAveragePooling2d', 'pool', {}],
      ['dense', 'answer', { units: 3, activation: 'softmax' }],
    ]),
  );
  const dialog = page.getByRole('dialog');
  const [missing, tree] = [dialog.getByRole('alert'), dialog.getByRole('tree')];
  await app.command('Export…');
  await expect(missing).toContainText('needs the weights mobilenet-0.25-224-no-top, which are not on this device yet');
  await expect(tree).toBeHidden();
  await missing.getByRole('button', { name: 'Start with random weights instead' }).click();
  await expect(tree).toBeVisible();
  await expect(missing).toBeHidden();

  await page.keyboard.press('Escape');
  await app.command('Undo');
  await app.command('Export…');
  const choosing = page.waitForEvent('filechooser');
  await missing.getByRole('button', { name: /^Choose a file for/ }).click();
  await (
    await choosing
  ).setFiles({ name: 'mobilenet.h5', mimeType: 'application/x-hdf5', buffer: Buffer.from(published) });
  await expect(tree.getByRole('treeitem', { name: /^weights/ }).first()).toBeVisible();
});

test('a target is opened by its name, and its download can be read while it is prepared in the dark', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.open();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder('Search commands…').fill('pytorch');
  await expect(page.getByRole('option').first()).toHaveAccessibleName('Export… PyTorch');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'PyTorch' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'PyTorch' })).toBeFocused();
  const download = dialog.getByRole('button', { name: /^Download / });
  const least = await leastContrast(download);
  await expect(dialog.getByRole('tree')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Keras', exact: true }).check();
  await expect(dialog.getByRole('treeitem', { name: /^model\.py/ })).toBeVisible();
  await zipOf(page, download);
  expect(await least()).toBeGreaterThan(4.5);
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { compile } from '../../../src/compile/compile';
import type { Document } from '../../../src/document/document';
import { buildTemplate } from '../../../src/document/template';
import { library } from '../../../templates/index';
import { randomH5 } from '../../fixtures/randomWeights';
import dense from '../../../bricks/core/dense';
import flatten from '../../../bricks/shape/flatten';
import inputImage from '../../../bricks/data/inputImage';
import { type App, expect, test } from '../app';
import { documentOf } from '../documents';

/** A picture of one colour with a spot, so that no two are the same file. */
function png(seed: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const picture = new PNG({ width: 40, height: 30 });
  for (let at = 0; at < 40 * 30; at++) picture.data.set([red, green, blue, 255], at * 4);
  picture.data.set([seed, 255 - seed, seed, 255], (seed % 1200) * 4);
  return PNG.sync.write(picture);
}

const some = (count: number, first: number, colour: readonly [number, number, number]) =>
  Array.from({ length: count }, (_, at) => [`${first + at}.png`, png(first + at, colour)] as const);
const red = [200, 40, 40] as const;
const blue = [40, 40, 200] as const;

const files: Readonly<Record<string, Buffer>> = {
  ...Object.fromEntries(some(12, 0, red).map(([name, file]) => [`train/red/${name}`, file])),
  ...Object.fromEntries(some(11, 20, blue).map(([name, file]) => [`train/blue/${name}`, file])),
  ...Object.fromEntries(some(3, 40, red).map(([name, file]) => [`validation/red/${name}`, file])),
  ...Object.fromEntries(some(2, 60, blue).map(([name, file]) => [`validation/blue/${name}`, file])),
  'train/red/empty.jpg': Buffer.alloc(0),
  'train/red/torn.png': png(100, red).subarray(0, 60),
  'train/blue/notes.jpg': Buffer.from('no picture at all'),
  'train/blue/drawing.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'train/blue/again.png': png(20, blue),
};

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'));
  try {
    for (const [name, file] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'colours', name)), { recursive: true });
      writeFileSync(join(folder, 'colours', name), file);
    }
    await use(join(folder, 'colours'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openPhotos(app: App): Promise<Locator> {
  await app.command('Photos…');
  const dialog = app.page.getByRole('dialog', { name: 'Photos' });
  await expect(dialog).toBeVisible();
  return dialog;
}
const nameOf = (dialog: Locator, name: string) => dialog.getByLabel(`Name of class ${name}`, { exact: true });

test('a folder becomes a dataset of classes; what is broken is listed; a reload keeps it, and it can be changed', async ({
  app,
  page,
}) => {
  await app.open();
  let dialog = await openPhotos(app);
  await inFolder(async (folder) => {
    await dialog.getByLabel('Choose folder…', { exact: true }).setInputFiles(folder);
    await expect(dialog).toContainText('28 photos added. 5 skipped, see below.');
  });
  await expect(nameOf(dialog, 'blue')).toBeVisible();
  await expect(dialog).toContainText('12 training, 3 validation');
  await expect(dialog).toContainText('11 training, 2 validation');
  await dialog.getByText('5 files skipped').click();
  for (const line of [
    'red/empty.jpg the file is empty',
    'red/torn.png damaged or cut off',
    'blue/notes.jpg not an image',
    'blue/drawing.svg a format this browser cannot show',
    'blue/again.png the same photo is there already',
  ]) {
    await expect(dialog.getByRole('listitem').filter({ hasText: line })).toBeVisible();
  }
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await dialog.getByRole('button', { name: 'Train on these photos' }).click();
  await expect(app.saved).toBeVisible();

  await page.reload();
  await app.openTraining();
  await expect(app.training.getByLabel('dataset', { exact: true })).toHaveValue('photos:colours');
  await expect(app.training).toContainText('one of two · 23 training, 5 validation');
  await expect(
    app.training.getByRole('figure', { name: /^Sample \d+: picture, .*, label red$/ }).first(),
  ).toBeVisible();
  dialog = await openPhotos(app);

  await nameOf(dialog, 'red').fill('crimson');
  await page.keyboard.press('Enter');
  await expect(nameOf(dialog, 'crimson')).toBeVisible();
  // By keyboard: the first photo to class 2, the next one away.
  const tiles = dialog.getByRole('list', { name: 'Photos of all classes' }).getByRole('button');
  await expect(tiles).toHaveCount(28);
  await tiles.first().focus();
  await page.keyboard.press('2');
  await expect(dialog).toContainText('10 training, 2 validation');
  await tiles.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tiles.nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(tiles).toHaveCount(27);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(tiles).toHaveCount(28);
  // A class that takes the name of another one is joined to it, which is said, and taken back.
  await nameOf(dialog, 'blue').fill('crimson');
  await nameOf(dialog, 'blue').press('Enter');
  await expect(dialog.getByText('crimson was there already: the photos of blue are in it now.')).toBeVisible();
  await dialog.getByRole('region', { name: 'Classes' }).getByRole('button', { name: 'Undo' }).click();
  await expect(nameOf(dialog, 'blue')).toBeVisible();
  // By mouse: two photos of one class to the other.
  await tiles.nth(0).click();
  await tiles.nth(1).click();
  await dialog.getByLabel('Move to class…').selectOption('crimson');
  await expect(dialog).toContainText('15 training, 3 validation');
  await dialog.getByLabel('Remove class blue and its photos').click();
  await expect(dialog.getByText('All 18 photos belong to one class, “crimson”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.saved).toBeVisible();

  await page.reload();
  await expect(app.canvas).toBeVisible();
  dialog = await openPhotos(app);
  await expect(nameOf(dialog, 'crimson')).toBeVisible();
  await expect(nameOf(dialog, 'blue')).toBeHidden();
});

test('a zip of three loose photos is kept as one class, and says what is missing', async ({ app }) => {
  await app.open();
  const dialog = await openPhotos(app);
  const zip = zipSync(Object.fromEntries(some(3, 7, red)));
  const input = dialog.getByLabel('Choose photos or zip…', { exact: true });
  await input.setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await expect(dialog).toContainText('All 3 photos belong to one class, “mine”, but classification needs at least two');
  await input.setInputFiles({
    name: 'broken.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zip.subarray(0, 90)),
  });
  await expect(dialog.getByRole('alert')).toContainText('broken.zip is not a complete zip file');
  await expect(nameOf(dialog, 'mine')).toBeVisible();
});

const odd = '../shared/data/images-odd';
test('odd pictures are read right or left out with their reason', async ({ app }) => {
  test.skip(!existsSync(odd), 'needs the shared odd pictures');
  await app.open();
  const dialog = await openPhotos(app);
  const names = readdirSync(odd);
  await dialog.getByLabel('Choose photos or zip…', { exact: true }).setInputFiles(names.map((name) => join(odd, name)));
  await expect(dialog).toContainText('photos added');
  await dialog.getByText(/files skipped$/).click();
  const lines = await dialog.locator('details li').allInnerTexts();
  expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual([
    'own_1x1.png',
    'own_elephant_truncated50.jpg',
    'own_empty.jpg',
    'own_text_renamed.jpg',
    'pillow_broken.png',
    'pillow_decompression_bomb.gif',
    'pillow_hopper_merged.psd',
    'pillow_zero_width.gif',
    'skimage_multipage.tif',
  ]);
  // As they are stored: Keras's `load_img` does not turn them as EXIF says.
  await expect(dialog.getByTitle('exif_Portrait_5.jpg · 1800×1200')).toBeVisible();
  await expect(dialog.getByTitle('exif_Landscape_3.jpg · 1800×1200')).toBeVisible();
  await expect(dialog.getByTitle('own_16x3000.jpg · 16×3000')).toBeVisible();
});

const seen = documentOf('Two colours', (place) => {
  const x = place(flatten, {}, place(inputImage, { shape: [8, 8, 3] }, [], 'photo'));
  place(dense, { units: 1, activation: 'sigmoid' }, x, 'answer');
});

test('photos lead to what can learn from them, and are there for every project', async ({ app, page }) => {
  await app.open();
  let dialog = await openPhotos(app);
  await inFolder(async (folder) => {
    await dialog.getByLabel('Choose folder…', { exact: true }).setInputFiles(folder);
    await expect(dialog).toContainText('28 photos added');
  });
  // The digits CNN tells ten classes apart.
  await dialog.getByRole('button', { name: 'Train on these photos' }).click();
  await expect(app.training).toContainText('predictions gives 10 values, but the data have 2 classes.');
  await expect(app.button('Train')).toHaveAttribute('title', /tells 10 classes apart, but the photos have 2/);
  await app.training.getByRole('button', { name: 'Transfer learning with these photos' }).click();
  await expect(page.getByLabel('Project title')).toHaveValue('Own photos: transfer learning');
  await expect(app.training).toContainText('one of two · 23 training, 5 validation');
  await expect(
    app.training.getByRole('figure', { name: /^Sample \d+: picture, .*, label red$/ }).first(),
  ).toBeVisible();
  await expect(app.button('Train')).not.toHaveAttribute('title', /photos/);

  // A model that has a top of its own gets a new one; the photos come from the other project.
  await app.open('/?template=vgg16&weights=imagenet');
  dialog = await openPhotos(app);
  await dialog.getByRole('button', { name: 'colours · 28 photos' }).click();
  await dialog.getByRole('button', { name: 'Train on these photos' }).click();
  await app.training.getByRole('button', { name: 'New head for these photos' }).click();
  await expect(app.item('predictions')).toHaveAccessibleName('predictions, Dense, output 1, 513 parameters');
  await expect(app.total('trainable')).toHaveText('12,846,081');
  await expect(app.training).not.toContainText('Give it one unit');
});

test('photos, a template, an export: the project that leaves reads folders of photos and has the weights', async ({
  app,
  page,
}) => {
  const options = { includeTop: false, alpha: 0.25, inputShape: [64, 64, 3] };
  const published = await randomH5(compile(buildTemplate(library.architectures['mobilenet']!, options), library));
  await app.open();
  let photos = await openPhotos(app);
  await inFolder(async (folder) => {
    await photos.getByLabel('Choose folder…', { exact: true }).setInputFiles(folder);
    await expect(photos).toContainText('28 photos added');
  });
  await app.open('/?template=transfer&alpha=0.25&inputShape=64x64x3');
  photos = await openPhotos(app);
  await photos.getByRole('button', { name: 'colours · 28 photos' }).click();
  await photos.getByRole('button', { name: 'Train on these photos' }).click();
  await expect(app.training).toContainText('one of two · 23 training, 5 validation');

  await app.command('Export…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Keras', exact: true }).check();
  const choosing = page.waitForEvent('filechooser');
  await dialog
    .getByRole('alert')
    .getByRole('button', { name: /^Choose a file for/ })
    .click();
  const weights = { name: 'mobilenet.h5', mimeType: 'application/x-hdf5', buffer: Buffer.from(published) };
  await (await choosing).setFiles(weights);
  await expect(dialog.getByRole('treeitem', { name: /^model\.py/ })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Download / }).click();
  const zip = unzipSync(readFileSync(await (await downloading).path()));
  const named = (end: string) => Object.entries(zip).filter(([path]) => path.endsWith(end));
  expect(strFromU8(named('/model.py')[0]![1])).toContain('MobileNet');
  expect(named('/weights/model.weights.h5')[0]![1].length).toBeGreaterThan(800_000);
  // The photos themselves stay behind: a folder for each class is read instead, with the head of the two.
  expect(strFromU8(named('/data.py')[0]![1])).toContain('sorted(root.iterdir())');
  const saved = JSON.parse(strFromU8(named('.deepbrick.json')[0]![1])) as Document;
  expect(saved.training.dataset).toBe('photos:colours');
});

test('the confusion matrix names the classes of the photos, after a reload too', async ({ app, page }) => {
  await app.open();
  await app.openDocument({ ...seen, training: { ...seen.training, epochs: 1 } });
  const dialog = await openPhotos(app);
  await inFolder(async (folder) => {
    await dialog.getByLabel('Choose folder…', { exact: true }).setInputFiles(folder);
    await expect(dialog).toContainText('28 photos added');
  });
  await dialog.getByRole('button', { name: 'Train on these photos' }).click();
  await app.button('Train').click();
  await expect(app.training).toContainText('Training has finished.', { timeout: 60_000 });
  const heads = app.training.getByRole('table', { name: /^Confusion matrix/ }).getByRole('rowheader');
  await app.training.getByRole('tab', { name: 'Results' }).click();
  await expect(heads).toHaveText(['blue', 'red']);
  await expect(app.saved).toBeVisible();
  await page.reload();
  await app.openTraining();
  await app.training.getByRole('tab', { name: 'Results' }).click();
  await expect(heads).toHaveText(['blue', 'red']);
});

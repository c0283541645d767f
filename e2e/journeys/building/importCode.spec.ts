import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { anySize } from '../anySize';
import { type App, expect, test } from '../app';
import { drop } from '../drop';
import { trainForAnEpoch } from '../trainForAnEpoch';

const layers = [
  'from tensorflow import keras',
  'from tensorflow.keras import layers',
  '',
  'model = keras.Sequential(name="lenet")',
  'model.add(keras.Input((28, 28, 1)))',
  'for filters in (6, 16):',
  '    model.add(layers.Conv2D(filters, 5, activation="relu"))',
  '    model.add(layers.MaxPooling2D())',
  'model.add(layers.Flatten())',
  'model.add(layers.Dense(10, activation="softmax", name="digits"))',
];

async function importCode(app: App): Promise<Locator> {
  await app.command('Import code…');
  return app.page.getByRole('dialog', { name: 'Import code' });
}

test('code of a model that is pasted on the canvas is shown, and opens as bricks', async ({ app, page }) => {
  await app.open();
  await app.clearSelection();
  await page.evaluate((text) => navigator.clipboard.writeText(text), layers.join('\n'));
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Import code' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expect(dialog).toContainText('lenet · 7 bricks, 5,142 parameters');
  await dialog.getByRole('button', { name: 'Open as a new project' }).click();
  await expect(page.getByLabel('Project title')).toHaveValue('lenet');
  await expect(app.item('digits')).toHaveAccessibleName('digits, Dense, output 10, 2,570 parameters');
});

test('a line that is wrong is said, and marked in the text', async ({ app }) => {
  await app.open();
  const dialog = await importCode(app);
  const field = dialog.getByRole('textbox', { name: 'Code' });
  await field.fill([...layers, 'model.add(layers.Dense(int(input())))'].join('\n'));
  const line = dialog.getByRole('button', { name: /11/ });
  await line.click();
  await expect(field).toBeFocused();
  const marked = await field.evaluate((area) => {
    const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  expect(marked).toBe('model.add(layers.Dense(int(input())))');
});

/** A network as its author has it: the code, and the file of `torch.save(model.state_dict())`. */
const published = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/pytorch.bin')).toString()) as Readonly<
  Record<string, { readonly weights: string }>
>;
const torch = {
  code: readFileSync('e2e/importers/pytorch/models/lenet_module.py', 'utf8'),
  file: { name: 'lenet.pt', bytes: [...Buffer.from(published['lenet_module']!.weights, 'base64')] },
};

test('code of PyTorch opens the same way, takes its weights from a file that is dropped, and is there after a reload', async ({
  app,
  page,
}) => {
  await app.open();
  const dialog = await importCode(app);
  await dialog.getByRole('textbox').fill(torch.code);
  await dialog.getByRole('button', { name: 'Open as a new project' }).click();
  const total = app.total('total parameters');
  await expect(total).toHaveText('15,432');
  await drop(app.canvas, [torch.file]);
  const opened = page.getByRole('dialog', { name: 'Open a trained model' });
  await expect(opened).toContainText('Loaded the weights into “net”.');
  await expect(opened).toContainText('10 weights loaded');
  await page.keyboard.press('Escape');
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(total).toHaveText('15,432');
});

const convolutions = [
  'import keras',
  'from keras import layers',
  'inputs = keras.Input(shape=(None, None, 3))',
  'x = layers.Flatten()(layers.Conv2D(4, 3)(inputs))',
  'model = keras.Model(inputs, layers.Dense(units)(x), name="open")',
].join('\n');

test('what code leaves open is asked for: a value, then a size, which are typed and taken', async ({ app, page }) => {
  await app.open();
  const dialog = await importCode(app);
  await dialog.getByRole('textbox', { name: 'Code' }).fill(`units = int(input())\n${convolutions}`);
  await dialog.getByRole('textbox', { name: /the value of units/ }).fill('5');
  await page.keyboard.press('Enter');
  const size = dialog.getByRole('textbox', { name: /How large is the input/ });
  await expect(size).toHaveValue('224x224x3');
  await size.fill('8x8x3');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toContainText('open · 4 bricks, 837 parameters');
});

test('a file that leaves a size open asks for it, and opens; a script with a question is shown with it', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFile('any_size.json', JSON.stringify(anySize));
  const asked = page.getByRole('dialog', { name: 'One thing is missing' });
  await asked.getByRole('textbox').fill('8x8x3');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Project title')).toHaveValue('any_size');
  await expect(app.total('total parameters')).toHaveText('202');

  const script = `${convolutions.replace('units', '2')}\nother = keras.Sequential([keras.Input((3,)), layers.Dense(2)])`;
  await drop(app.canvas, [{ name: 'train.py', bytes: [...Buffer.from(script)] }]);
  const dialog = page.getByRole('dialog', { name: 'Import code' });
  await dialog.getByLabel('Model').selectOption('other');
  await dialog.getByRole('button', { name: 'Open as a new project' }).click();
  await expect(app.total('total parameters')).toHaveText('8');
});

test('siamese code is trained, saved and opened again with the same layer for both inputs', async ({ app, page }) => {
  test.setTimeout(240_000);
  const siamese = [
    'import keras',
    'from keras import layers, ops',
    'embedding = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(8, name="embed")])',
    'a, b = keras.Input((28, 28, 1), name="left"), keras.Input((28, 28, 1), name="right")',
    'distance = ops.abs(embedding(a) - embedding(b))',
    'outputs = layers.Dense(10, activation="softmax", name="same")(distance)',
    'siamese = keras.Model([a, b], outputs, name="siamese")',
  ].join('\n');
  await app.open();
  await app.clearSelection();
  await page.evaluate((text) => navigator.clipboard.writeText(text), siamese);
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Import code' });
  await dialog.getByLabel('Model').selectOption('siamese');
  await dialog.getByRole('button', { name: 'Open as a new project' }).click();
  const total = app.total('total parameters');
  await expect(total).toHaveText('6,370');
  await trainForAnEpoch(app);
  await app.command('Save trained model…');
  const saving = page.getByRole('dialog', { name: 'Save the trained model' });
  const downloading = page.waitForEvent('download');
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  const path = await (await downloading).path();
  await page.keyboard.press('Escape');

  await app.command('New project');
  await expect(page.getByLabel('Project title')).not.toHaveValue('siamese');
  await drop(app.canvas, [{ name: 'siamese.keras', bytes: [...readFileSync(path)] }]);
  await expect(page.getByLabel('Project title')).toHaveValue('siamese');
  await app.clearSelection();
  await expect(total).toHaveText('6,370');
  await app.item('embed').click();
  await expect(app.inspector).toContainText('embed_1');
});

test('a layer that no brick does keeps its place, until a brick takes it by keyboard; the wires stay', async ({
  app,
  page,
}) => {
  await app.open();
  const dialog = await importCode(app);
  await dialog
    .getByRole('textbox', { name: 'Code' })
    .fill(
      [
        'import keras',
        'from keras import layers',
        'x = keras.Input((4,))',
        'y = layers.Dense(6, name="first")(x)',
        'y = layers.MyOwn(units=5, name="mine")(y)',
        'model = keras.Model(x, layers.Dense(2, name="last")(y), name="kept")',
      ].join('\n'),
    );
  await dialog.getByRole('button', { name: 'Open as a new project' }).click();
  await expect(app.item('mine')).toHaveAccessibleName(/MyOwn/);
  await page.getByRole('button', { name: 'Show all' }).click();
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report.getByRole('region', { name: 'Assumed' })).toContainText('what comes out of “mine”');
  await expect(report.getByRole('region', { name: 'Left out' })).toContainText('“mine” is a MyOwn');
  await page.keyboard.press('Escape');
  await app.item('mine').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Put a brick in its place/ }).click();
  const list = page.getByRole('dialog', { name: 'In place of mine' });
  await expect(list.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.item('mine')).toBeFocused();
  await page.keyboard.press('x');
  await expect(list).toBeVisible();
  await page.keyboard.type('dense');
  await page.keyboard.press('Enter');
  await expect(app.item('mine')).toHaveAccessibleName('mine, Dense, output 5, 35 parameters');
  await expect(app.item('last')).toHaveAccessibleName('last, Dense, output 2, 12 parameters');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.item('mine')).toHaveAccessibleName(/MyOwn/);
});

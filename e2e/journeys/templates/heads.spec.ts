import type { App } from '../app';
import { expect, test } from '../app';

/** Empties the canvas, so that a model is built brick by brick. */
async function begin(app: App): Promise<void> {
  await app.open();
  await app.command('New project');
  await expect(app.canvas.getByRole('button', { name: /, output / })).toHaveCount(0);
}

/** Adds a brick after the selected one by its palette entry, and sets its parameters. */
async function add(app: App, brick: string, params: Readonly<Record<string, string>> = {}): Promise<void> {
  await app.palette.getByRole('button', { name: brick, exact: true }).click();
  for (const [name, value] of Object.entries(params)) {
    const field = app.inspector.getByLabel(name, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
    await field.blur();
  }
}

async function expectTotals(app: App, total: string, trainable: string, nonTrainable: string): Promise<void> {
  await app.clearSelection();
  await expect(app.total('total parameters')).toHaveText(total);
  await expect(app.total('trainable')).toHaveText(trainable);
  await expect(app.total('non-trainable')).toHaveText(nonTrainable);
}

test('four classes: VGG16 as a backbone at 240×240×3, Flatten, Dense 64, Dropout, Dense 4', async ({ app }) => {
  await begin(app);
  await add(app, 'Image input', { shape: '240 × 240 × 3' });
  await add(app, 'Backbone');
  await add(app, 'Flatten');
  await add(app, 'Dense', { units: '64', activation: 'relu' });
  await add(app, 'Dropout', { rate: '0.25' });
  await add(app, 'Dense', { units: '4', activation: 'softmax' });
  await expect(app.item('vgg16')).toHaveAccessibleName(/output 7×7×512, 14,714,688 parameters/);
  await expect(app.item('flatten')).toHaveAccessibleName(/output 25088/);
  await expect(app.item('dense')).toHaveAccessibleName(/output 64, 1,605,696 parameters/);
  await expect(app.item('dense_1')).toHaveAccessibleName(/output 4, 260 parameters/);
  await expectTotals(app, '16,320,644', '16,320,644', '0');
});

test('yes or no: a frozen VGG16 gets its head by Swap head, then block5 is unfrozen', async ({ app, page }) => {
  await app.open('/?template=vgg16');
  await app.button('Swap head').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('hidden units').fill('512');
  await dialog.getByLabel('dropout').fill('0.5');
  await dialog.getByLabel('classes').fill('1');
  await expect(dialog).toContainText('sigmoid with binaryCrossentropy');
  await dialog.getByRole('button', { name: 'Swap head' }).click();
  await expect(dialog).toBeHidden();
  await expectTotals(app, '27,560,769', '12,846,081', '14,714,688');
  await app.canvas.getByRole('button', { name: 'Fold block5' }).click();
  await expect(app.item('block5')).toHaveAccessibleName(/, frozen$/);
  await app.item('block5').click();
  await app.inspector.getByRole('switch', { name: 'Frozen' }).click();
  await expectTotals(app, '27,560,769', '19,925,505', '7,635,264');
  for (let step = 0; step < 3; step++) await app.button('Undo').click();
  await expectTotals(app, '138,357,544', '138,357,544', '0');
});

test('a VGG16 laid out as bricks asks for its pretrained weights once it has a new head', async ({ app, page }) => {
  await app.open('/?template=vgg16');
  await app.button('Swap head').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('switch', { name: 'start from pretrained weights' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Swap head' }).click();
  await expect(dialog).toBeHidden();
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Image' }).click();
  await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
  const alert = app.prediction.getByRole('alert').filter({ hasText: 'vgg16-no-top' });
  await expect(alert).toContainText('which are not on this device yet');
  await expect(alert.getByRole('button', { name: /^Download \(/ })).toBeVisible();
});

test('a smaller head: VGG16, Flatten, Dense 128, Dense 1', async ({ app }) => {
  await begin(app);
  await add(app, 'Image input', { shape: '224 × 224 × 3' });
  await add(app, 'Backbone');
  await app.inspector.getByRole('switch', { name: 'Frozen' }).click();
  await add(app, 'Flatten');
  await add(app, 'Dense', { units: '128', activation: 'relu' });
  await add(app, 'Dense', { units: '1', activation: 'sigmoid' });
  await expectTotals(app, '17,926,209', '3,211,521', '14,714,688');
});

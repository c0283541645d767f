import { expect, test } from '../app';

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

test('a line that is wrong is said, and marked in the text', async ({ app, page }) => {
  await app.open();
  await app.command('Import code…');
  const dialog = page.getByRole('dialog', { name: 'Import code' });
  const field = dialog.getByRole('textbox');
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

test('code of PyTorch opens the same way, channels last, and is read anew after a reload', async ({ app, page }) => {
  await app.open();
  await app.command('Import code…');
  const dialog = page.getByRole('dialog', { name: 'Import code' });
  await dialog
    .getByRole('textbox')
    .fill(
      [
        'import torch',
        'from torch import nn',
        'net = nn.Sequential(nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(864, 10))',
        'net(torch.randn(1, 1, 28, 28))',
      ].join('\n'),
    );
  await expect(dialog).toContainText('8,806 parameters');
  await dialog.getByRole('button', { name: 'Open as a new project' }).click();
  await expect(app.total('total parameters')).toHaveText('8,806');
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.total('total parameters')).toHaveText('8,806');
});

import dense from '../../../bricks/core/dense';
import inputVector from '../../../bricks/data/inputVector';
import { expect, test } from '../app';
import { documentOf } from '../documents';

/** Two numbers in, yes or no out. */
const model = documentOf('Own data', (place) => {
  const x = place(inputVector, { shape: [2] }, [], 'row');
  place(dense, { units: 1, activation: 'sigmoid' }, x, 'answer');
});
const rows = Array.from({ length: 60 }, (_, at) => `${at / 10},${(60 - at) / 10},${at > 29 ? 'yes' : 'no'}`);
const table = (lines: readonly string[]) => ({
  name: 'flowers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['width,height,answer', ...lines].join('\n')),
});

test('a table of one’s own is refused in words, then kept over a reload, trained on and predicted', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openDocument({ ...model, training: { ...model.training, epochs: 2 } });
  await expect(app.button('Train')).toHaveAttribute('aria-disabled', 'true');
  await app.openTraining();
  await expect(app.training).toContainText('Set the input to 28×28×1');
  const file = app.training.locator('input[type=file]');
  await file.setInputFiles({ ...table([]), buffer: Buffer.from([0x1f, 0x8b, 8, 0]) });
  for (const place of [page.getByRole('dialog'), app.training]) {
    await expect(place.getByRole('alert')).toContainText('This is packed (.gz).');
    await page.keyboard.press('Escape');
  }
  await file.setInputFiles(table([...rows, '1,2']));
  const dialog = page.getByRole('dialog', { name: 'Table: flowers.csv' });
  await expect(dialog).toContainText('1 row of another length, first in line 62: 2 cells where the table has 3.');
  const use = dialog.getByRole('button', { name: 'Use this table' });
  await expect(use).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Leave out rows that cannot be read').check();
  await use.click();
  await expect(app.training.getByLabel('dataset', { exact: true })).toHaveValue('own:flowers.csv');
  await expect(app.training).toContainText('51 training, 9 validation');

  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.button('Train')).not.toHaveAttribute('aria-disabled', 'true');
  await app.button('Train').click();
  // Two epochs of so few rows are over before one looks.
  await expect(app.training.getByRole('button', { name: 'Continue from epoch 3' })).toBeVisible({ timeout: 60_000 });
  await app.button('Predict').click();
  await expect(app.prediction.getByLabel('Value of width')).toBeVisible();
  await app.prediction.getByLabel('Value of width').fill('5.5');
  await expect(app.prediction.getByRole('listitem')).toHaveCount(2);
});

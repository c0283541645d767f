import { readFileSync } from 'node:fs';
import type { App } from '../app';
import { expect, test } from '../app';
import { trainForAnEpoch } from '../trainForAnEpoch';

/** Opens the exercise with the digits and trains its head for an epoch on some of them. */
async function trained(app: App): Promise<void> {
  await app.open('/?template=digits-transfer');
  await trainForAnEpoch(app);
}

/** What the prediction says first: the class and how sure it is. */
const best = (app: App) => app.prediction.getByRole('listitem').first().innerText();

test('a frozen backbone learns new digits; saved as .keras and opened again it answers the same', async ({
  app,
  page,
}) => {
  const file = test.info().outputPath('digits.keras');
  await trained(app);
  await expect(app.training).toContainText(/The frozen part \(\d+ layers, up to .+\) was computed once per image/);
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
  await expect(app.prediction).not.toContainText('weights are random');
  const before = await best(app);
  expect(before).toMatch(/^[5-9]\s/);

  await app.command('Save trained model…');
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await (await downloading).saveAs(file);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByRole('dialog')).toBeHidden();

  await app.command('New project');
  await app.command('Open trained model…');
  const dialog = page.getByRole('dialog');
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await (await choosing).setFiles(file);
  await expect(dialog).toContainText('with its trained weights');
  await expect(dialog).toContainText('12 weights loaded');
  await page.keyboard.press('Escape');
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
  expect(await best(app)).toBe(before);
  await expect(app.prediction).not.toContainText('not trained');
});

test('many pictures get their answers, as a list and as a file; a heat map says where', async ({ app, page }) => {
  await app.open('/?template=digits-transfer');
  await app.button('Predict').click();
  const digit = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(28, 28);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 28, 28);
    context.fillStyle = '#000';
    context.fillRect(12, 4, 4, 20);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  const picture = { mimeType: 'image/png', buffer: Buffer.from(digit) };
  await app.prediction.getByRole('tab', { name: 'Photos' }).click();
  const choosing = page.waitForEvent('filechooser');
  await app.prediction.getByRole('button', { name: 'Choose photos…' }).click();
  await (
    await choosing
  ).setFiles([
    { name: 'one.png', ...picture },
    { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
    { name: '=two.png', ...picture },
  ]);
  await expect(app.prediction).toContainText('3 photos · not readable as images: 1');
  await expect(app.prediction.getByRole('listitem')).toHaveCount(3);
  await expect(app.prediction.getByRole('listitem').filter({ hasText: '%' })).toHaveCount(2);
  const downloading = page.waitForEvent('download');
  await app.prediction.getByRole('button', { name: 'Save as CSV' }).click();
  const csv = readFileSync((await (await downloading).path())!, 'utf8')
    .trim()
    .split('\r\n');
  expect(csv).toHaveLength(4);
  expect(csv[3]).toMatch(/^"'=two.png",\d,0\.\d{6},/);

  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await app.prediction.getByRole('tab', { name: 'Heat map' }).click();
  await expect(app.prediction.getByRole('tabpanel', { name: 'Heat map' })).toContainText(
    /strongest evidence|Nothing at this layer/,
  );
  await app.prediction.getByLabel('Convolution').selectOption('backbone/block2_conv2');
  await expect(app.prediction.getByRole('tabpanel', { name: 'Heat map' })).toContainText(/of 14|Nothing at this layer/);
});

test('the model on the canvas is compared with itself on a picture, and stays as it is', async ({ app, page }) => {
  await app.open('/?template=digits-transfer');
  await app.command('Compare models…');
  const dialog = page.getByRole('dialog');
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose photos…' }).click();
  await (
    await choosing
  ).setFiles([
    { name: 'digits.png', mimeType: 'image/png', buffer: readFileSync('public/digits.png') },
    { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
  ]);
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(dialog.getByRole('table')).toContainText('Predictions for digits.png');
  await expect(dialog.getByRole('row')).toHaveCount(8);
  await expect(dialog).toContainText('“notes.png” was skipped: this browser cannot read it as an image.');
  await expect(dialog.getByRole('columnheader').last()).toContainText('not trained: the weights are random');
  await expect(dialog.getByRole('button', { name: 'Compare', exact: true })).toBeVisible();
});

test('fine-tuning is the stage after the head: the big button goes on, starting anew is the small one', async ({
  app,
  page,
}) => {
  await app.open('/?template=digits-transfer');
  await trainForAnEpoch(app);
  const stages = app.training.getByRole('list', { name: 'Stages of training' }).getByRole('listitem');
  await expect(stages.filter({ hasText: 'Train the head' })).toHaveAttribute('aria-current', 'step');
  // What was reported within the epoch stays in sight.
  await expect(app.training).toContainText('within epochs');
  await app.training.getByRole('button', { name: 'Go on to fine-tuning…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('epochs', { exact: true }).fill('1');
  await dialog.getByRole('button', { name: 'Fine-tune', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(stages.filter({ hasText: 'Fine-tune' })).toHaveAttribute('aria-current', 'step');
  await expect(app.training).toContainText('Starting anew forgets 1 epoch.');
  await app.button('Train on').click();
  await expect(app.training).toContainText('fine-tuning from epoch 2', { timeout: 100_000 });
  await expect(app.training).toContainText('Starting anew forgets 2 epochs.', { timeout: 100_000 });
  // After a reload it is the same stage, and the key does what the button says.
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.button('Train on')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(app.training).toContainText('Starting anew forgets 3 epochs.', { timeout: 100_000 });
  await expect(app.training).toContainText('fine-tuning from epoch 2');
  await app.training.getByRole('button', { name: 'Start anew' }).click();
  await expect(app.training).not.toContainText('fine-tuning from epoch 2');
});

test('Train that cannot be pressed says why, and leads to where that can be mended', async ({ app, page }) => {
  await app.open();
  await app.item('flatten').click();
  await page.keyboard.press('Delete');
  const train = app.button('Train');
  await expect(train).toHaveAttribute('aria-disabled', 'true');
  await expect(train).toHaveAttribute('title', /.+/);
  // A mouse reaches it all the same.
  await train.click({ force: true });
  await expect(app.problems).toBeVisible();
});

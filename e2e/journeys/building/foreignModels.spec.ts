import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type App, expect, test } from '../app';

const models = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/onnx.bin')).toString()) as Readonly<
  Record<string, { readonly file: string }>
>;

/** What the model on the canvas says of the first sample that it has not seen. */
async function answered(app: App): Promise<string> {
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(app.prediction.getByRole('listitem')).toHaveCount(5);
  return (await app.prediction.getByRole('listitem').allInnerTexts()).join();
}

test('a model of PyTorch opens as bricks with its weights, and answers the same after a reload', async ({
  app,
  page,
}) => {
  await app.open();
  const choosing = page.waitForEvent('filechooser');
  await app.command('Open file…');
  const buffer = Buffer.from(models['lenet, TorchScript']!.file, 'base64');
  await (await choosing).setFiles({ name: 'lenet.onnx', mimeType: 'application/octet-stream', buffer });
  await expect(page.getByLabel('Project title')).toHaveValue('lenet');
  await expect(app.item('conv1')).toHaveAccessibleName('conv1, Conv2D, output 28×28×6, 156 parameters');
  await expect(app.item('fc3')).toHaveAccessibleName('fc3, Dense, output 10, 130 parameters');
  const before = await answered(app);
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.item('fc3')).toBeVisible();
  expect(await answered(app)).toBe(before);
});

test('a model that no bricks can do is refused by its operator, and the project stays', async ({ app, page }) => {
  await app.open();
  const title = await page.getByLabel('Project title').inputValue();
  const choosing = page.waitForEvent('filechooser');
  await app.command('Open file…');
  const buffer = Buffer.from(models['rnn, torch.export']!.file, 'base64');
  await (await choosing).setFiles({ name: 'rnn.onnx', mimeType: 'application/octet-stream', buffer });
  await expect(page.getByText(/axis = 0/)).toBeVisible();
  await expect(page.getByLabel('Project title')).toHaveValue(title);
});

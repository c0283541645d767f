import { expect, test } from '../app';

test('F1 explains a brick of the palette, drawn and calculated, in both languages', async ({ app, page }) => {
  await app.open();
  await app.palette.getByRole('button', { name: 'Conv2D', exact: true }).focus();
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Conv2D' });
  await expect(help).toContainText('⌊(32 − 3) / 1⌋ + 1');
  await expect(help).toContainText('3·3·3·8');
  await expect(help.getByRole('link', { name: 'Keras page' })).toHaveAttribute('href', /keras\.io.*convolution2d/);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await app.command('한국어로 전환');
  await page.getByRole('button', { name: 'Dense', exact: true }).focus();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Dense' })).toContainText('출력 크기');
});

test('the question mark opens it by mouse, and the window is moved by keyboard', async ({ app, page }) => {
  await app.open();
  await app.palette.getByRole('button', { name: 'MaxPooling2D', exact: true }).hover();
  await app.palette.getByRole('button', { name: 'Help for MaxPooling2D' }).click();
  const help = page.getByRole('dialog', { name: 'MaxPooling2D' });
  const values = help.locator('figure text');
  const pause = help.getByRole('button', { name: 'Pause' });
  await pause.press('Enter');
  await expect(help.getByRole('button', { name: 'Play' })).toBeVisible();
  const before = await values.count();
  await help.getByRole('button', { name: 'Step forward' }).press('Enter');
  await expect(values).toHaveCount(before + 1);
});

test('the inspector explains with the selected brick’s own numbers, at once', async ({ app }) => {
  await app.open();
  await app.item('conv2d').click();
  const size = app.inspector.locator('dl > div').filter({ hasText: 'height' });
  await expect(size).toContainText('⌊(28 − 5) / 1⌋ + 1');
  await app.inspector.getByLabel('strides').fill('2');
  await expect(size).toContainText('⌊(28 − 5) / 2⌋ + 1');
  await expect(size).toContainText('= 12');
});

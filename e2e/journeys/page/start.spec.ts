import { expect, test } from '../app';

test('a new person sees the digits CNN, with every shape and count', async ({ app, page }) => {
  await app.open();
  const bricks = [
    'digit, Input, output 28×28×1, 0 parameters',
    'conv2d, Conv2D, output 24×24×8, 208 parameters',
    'max_pooling2d, MaxPooling2D, output 12×12×8, 0 parameters',
    'conv2d_1, Conv2D, output 10×10×16, 1,168 parameters',
    'max_pooling2d_1, MaxPooling2D, output 5×5×16, 0 parameters',
    'flatten, Flatten, output 400, 0 parameters',
    'predictions, Dense, output 10, 4,010 parameters',
  ];
  for (const name of bricks) await expect(app.canvas.getByRole('button', { name, exact: true })).toBeVisible();
  for (const name of ['Train', 'Templates', 'Swap head', 'Code', 'Predict', 'Undo', 'Redo'])
    await expect(app.button(name)).toBeVisible();
  await expect(app.total('total parameters')).toHaveText('5,386');
  await expect(app.status).toContainText(/WebGPU|WebAssembly|WebGL|CPU/);
  await expect(page).toHaveTitle(/DeepBrick/);
});

test('a parameter changes every shape behind it at each keystroke, and undo takes the gesture back as one step', async ({
  app,
  page,
}) => {
  await app.open();
  await app.item('conv2d').click();
  const filters = app.inspector.getByLabel('filters', { exact: true });
  await filters.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('32');
  await expect(app.item('conv2d')).toHaveAccessibleName('conv2d, Conv2D, output 24×24×32, 832 parameters');
  await expect(app.item('max_pooling2d')).toHaveAccessibleName(/output 12×12×32/);
  await expect(app.item('conv2d_1')).toHaveAccessibleName(/4,624 parameters/);
  await filters.blur();
  await app.button('Undo').click();
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×8, 208 parameters/);
  await app.button('Redo').click();
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×32, 832 parameters/);
});

test('a value that is not allowed says what is, and changes nothing', async ({ app }) => {
  await app.open();
  await app.item('conv2d').click();
  const filters = app.inspector.getByLabel('filters', { exact: true });
  for (const bad of ['0', '-1', '1e99', 'NaN', '']) {
    await filters.fill(bad);
    await expect(filters).toHaveAttribute('aria-invalid', 'true');
    await expect(app.inspector).toContainText('a whole number');
    await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×8, 208 parameters$/);
  }
});

test('Korean and the dark theme are switched at once and remembered', async ({ app, page }) => {
  await app.open();
  await app.button('한국어').click();
  await expect(page.getByRole('button', { name: '학습 시작', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: '캔버스' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.getByRole('button', { name: '테마' }).click();
  await page.getByRole('menuitemradio', { name: '어둡게' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('button', { name: '템플릿', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(app.button('Train')).toBeVisible();
});

test('a link for a class sets how it is trained and locks the model and its settings, also after a reload', async ({
  app,
  page,
}) => {
  await app.open('/?template=digits&epochs=3&lock=model,settings');
  for (const visit of ['first', 'second']) {
    if (visit === 'second') await page.reload();
    await expect(app.item('conv2d')).toBeVisible();
    await expect(app.palette).toBeHidden();
    await expect(app.button('Swap head')).toBeHidden();
    await app.button('Training settings').click();
    const epochs = app.training.getByLabel('epochs', { exact: true });
    await expect(epochs).toHaveValue('3');
    await expect(epochs).toBeDisabled();
    await app.item('conv2d').click();
    await expect(app.inspector.getByLabel('filters', { exact: true })).toBeDisabled();
    await page.keyboard.press('Delete');
    await expect(app.item('flatten')).toBeVisible();
    await expect(
      page.getByText(/^The link that opened this page locks the model: [^.]+\. Train it and predict\.$/),
    ).toBeVisible();
    await expect(app.button('Train')).toBeEnabled();
  }
});

import { drop } from '../drop';
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

test('a value that is not allowed says what is, and changes nothing', async ({ app, page }) => {
  await app.open();
  await app.item('conv2d').click();
  const filters = app.inspector.getByLabel('filters', { exact: true });
  for (const bad of ['0', '-1', '1e99', 'NaN', '']) {
    await filters.fill(bad);
    await expect(filters).toHaveAttribute('aria-invalid', 'true');
    await expect(app.inspector).toContainText('a whole number');
    await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×8, 208 parameters$/);
  }
  await filters.fill('99999999');
  await filters.press('Tab');
  await expect(filters).toHaveValue('8');
  await expect(page.getByText('filters: “99999999” cannot be taken, so 8 stays.')).toBeVisible();
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

test('a shared model opens locked: files that are dropped do nothing that is locked, and all that is wrong with the link is said', async ({
  app,
  page,
}) => {
  await app.open();
  await app.item('conv2d').click();
  await app.inspector.getByLabel('filters', { exact: true }).fill('6');
  await app.command('Share link…');
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
  const messages = page.getByRole('region', { name: 'Messages' });
  await page.goto('about:blank');
  await page.goto(link.replace('#', '?lock=model,tempaltes&epochs=many&data=cats#'));
  await expect(messages.getByRole('alert')).toContainText('There is no dataset “cats”');
  await expect(messages.getByRole('alert')).toContainText('The training setting epochs does not take “many”');
  await expect(messages.getByRole('alert')).toContainText('A link cannot lock “tempaltes”');
  // Messages speak the language of the page, also those that were there before.
  await page.getByRole('button', { name: '한국어', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('“cats” 데이터셋은 모든 페이지에 있지 않아요.');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(app.palette).toBeHidden();

  await page.goto('about:blank');
  await page.goto(link.replace('#', '?lock=model,templates,code&epochs=1#'));
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×6/);
  await expect(app.button('Templates')).toBeHidden();
  await expect(app.button('Code')).toBeHidden();
  const bytes = (text: string) => [...new TextEncoder().encode(text)];
  const other = JSON.stringify({ format: 'deepbrick', version: 1, title: 'Other', nodes: {}, edges: [], blocks: {} });
  await drop(app.canvas, [{ name: 'other.deepbrick.json', bytes: bytes(other) }]);
  await expect(messages).toContainText('keeps this model open. Other models open at the plain address.');
  await drop(app.canvas, [{ name: 'model.py', bytes: bytes('import keras\nmodel = keras.Sequential()') }]);
  await expect(messages).toContainText('hides the code and the exports.');
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×6/);
  // What is not locked is done: a table is looked at.
  await drop(app.canvas, [{ name: 'points.csv', bytes: bytes('x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n') }]);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.button('Train').click();
  await expect(app.status).toContainText('epoch 1/1');
  await app.button('Stop').click();
  await page.reload();
  await expect(app.palette).toBeHidden();
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×6/);
});

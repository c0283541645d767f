import { expect, test } from '../app';

test('the gallery by keyboard: arrows, options, back, open, and the focus returns', async ({ app, page }) => {
  await app.open();
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const card = (title: string) => dialog.getByRole('button', { name: `Open ${title} as a new project` });
  await app.button('Templates').press('Enter');
  await dialog.getByRole('button', { name: /^All templates/ }).press('End');
  await expect(dialog.getByRole('button', { name: /^Well-known models/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(card('MLP')).toHaveCount(0);
  await card('VGG16').press('ArrowRight');
  await expect(card('VGG19')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(card('MobileNetV2')).toBeFocused();
  await keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Open as a new project' })).toBeFocused();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(card('MobileNetV2')).toBeFocused();
  await expect(card('MLP')).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(app.button('Templates')).toBeFocused();
  await keyboard.press('Enter');
  await card('MLP').press('Enter');
  await expect(page.getByLabel('Project title')).toHaveValue('MLP');
});

test('the focus returns from a dialog that the command palette opened', async ({ app, page }) => {
  await app.open();
  const brick = app.palette.getByRole('button', { name: 'Conv2D', exact: true });
  await brick.focus();
  await app.command('Save as image…');
  await expect(page.getByRole('dialog', { name: 'Save as image' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(brick).toBeFocused();
});

test('a double click on a template opens it once', async ({ app, page }) => {
  await app.open();
  await app.button('Templates').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open MLP as a new project' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Project title')).toHaveValue('MLP');
  await app.command('Projects…');
  await expect(dialog.getByRole('button', { name: 'Open MLP', exact: true })).toHaveCount(1);
});

test('a slow double click on a template opens it, and nothing on the canvas that appears beneath', async ({
  app,
  page,
}) => {
  await app.open();
  await app.button('Templates').click();
  const card = page.getByRole('dialog').getByRole('button', { name: 'Open Digits CNN as a new project' });
  const { x, y, height } = (await card.boundingBox())!;
  await page.mouse.click(x + 20, y + height - 10);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.mouse.click(x + 20, y + height - 10, { clickCount: 2 });
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Opened Digits CNN as a new project.');
  await expect(page.getByPlaceholder('Search bricks…')).toBeHidden();
  // Both presses on the canvas: the list of bricks.
  await page.mouse.dblclick(x + 20, y + height - 10);
  await expect(page.getByPlaceholder('Search bricks…')).toBeFocused();
});

test('a blank project opens from the gallery', async ({ app, page }) => {
  await app.open();
  await app.button('Templates').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Blank project' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(app.item('conv2d')).toBeHidden();
  await expect(page.getByLabel('Project title')).toHaveValue('Untitled');
});

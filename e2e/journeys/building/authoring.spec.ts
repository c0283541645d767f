import { expect, test } from '../app';
import { Keys } from '../keys';

test('a missing Flatten is found where it arises and mended with one click', async ({ app }) => {
  await app.open();
  await app.item('flatten').click();
  await app.page.keyboard.press('Delete');
  await expect(app.item('predictions')).toHaveAccessibleName(/^predictions, Dense, output unknown, .*, .*5×5×16/);
  await expect(app.item('max_pooling2d_1')).toHaveAccessibleName(/output 5×5×16, 0 parameters$/);
  await expect(app.button('Train')).toHaveAttribute('aria-disabled', 'true');
  await app.page.getByRole('button', { name: /^1 problem/ }).click();
  await expect(app.problems).toContainText('5×5×16');
  await app.problems.getByRole('button', { name: 'Show predictions' }).click();
  await expect(app.item('predictions')).toHaveAttribute('data-selected', 'true');
  await app.problems.getByRole('button', { name: /Insert Flatten/ }).click();
  await expect(app.item('predictions')).toHaveAccessibleName('predictions, Dense, output 10, 4,010 parameters');
  await expect(app.problems).toContainText('No problems');
});

test('a wire is made by keyboard alone', async ({ app, page }) => {
  const { keyboard } = page;
  await app.open();
  const search = page.getByPlaceholder('Search bricks…');
  await app.item('predictions').focus();
  await keyboard.press('Escape');
  await expect(app.item('predictions')).toHaveAttribute('data-selected', 'false');
  await keyboard.press('Tab');
  await expect(search).toBeFocused();
  await keyboard.type('Dropout');
  await keyboard.press('Enter');
  await expect(app.item('dropout')).toBeFocused();
  await expect(app.item('dropout')).toHaveAccessibleName(/^dropout, Dropout, output unknown/);
  await keyboard.press('Home');
  await expect(app.item('digit')).toBeFocused();
  await keyboard.press('c');
  await expect(page.getByText(/^Connecting from digit: .* dropout, 1 of \d/)).toBeAttached();
  await keyboard.press('Enter');
  await expect(app.item('dropout')).toHaveAccessibleName('dropout, Dropout, output 28×28×1, 0 parameters');
  await keyboard.press('ControlOrMeta+z');
  await expect(app.item('dropout')).toHaveAccessibleName(/output unknown/);
});

test('a model is made by keyboard alone: add, set, delete, undo', async ({ app, page }) => {
  const { keyboard } = page;
  await app.open();
  await app.command('New project');
  const search = page.getByPlaceholder('Search bricks…');
  const empty = app.canvas.getByRole('button', { name: /press Tab to search/ });
  // The dialog that closes gives the focus back a moment later.
  await expect(async () => {
    await empty.focus();
    await keyboard.press('Tab');
    await expect(search).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await keyboard.press('Escape');
  await expect(search).toBeHidden();
  await empty.focus();
  const addByKeyboard = async (title: string, name: string) => {
    await keyboard.press('Tab');
    await expect(search).toBeFocused();
    await keyboard.type(title);
    await keyboard.press('Enter');
    await expect(app.item(name)).toBeFocused();
  };
  await addByKeyboard('Image input', 'input_image');
  // Other words for a brick find it, too.
  await addByKeyboard('평탄화', 'flatten');
  await addByKeyboard('fully connected', 'dense');
  await expect(app.item('dense')).toHaveAccessibleName(/^dense, Dense, output \d+, [\d,]+ parameters$/);

  const units = app.inspector.getByLabel('units', { exact: true });
  await units.focus();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('10');
  await keyboard.press('Enter');
  await expect(app.item('dense')).toHaveAccessibleName('dense, Dense, output 10, 7,850 parameters');

  await app.item('flatten').focus();
  await keyboard.press('Delete');
  await expect(app.item('flatten')).toBeHidden();
  await expect(app.item('dense')).toHaveAccessibleName(/28×28×1/);
  await keyboard.press('ControlOrMeta+z');
  await expect(app.item('dense')).toHaveAccessibleName('dense, Dense, output 10, 7,850 parameters');
});

test('duplicate, copy and paste, rename, group, bypass: each is one step to undo', async ({ app, page }) => {
  await app.open();
  const bricks = app.canvas.getByRole('button', { name: /, output / });
  await expect(bricks).toHaveCount(7);
  await app.item('conv2d').click();
  await app.command('Duplicate');
  await expect(bricks).toHaveCount(8);
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(bricks).toHaveCount(9);
  await app.button('Undo').click();
  await app.button('Undo').click();
  await expect(bricks).toHaveCount(7);

  await app.item('conv2d').click();
  const name = app.inspector.getByLabel('Name', { exact: true });
  await name.fill('edges');
  await name.press('Enter');
  await expect(app.item('edges')).toHaveAccessibleName('edges, Conv2D, output 24×24×8, 208 parameters');
  await app.command('Toggle bypass');
  await expect(app.item('edges')).toHaveAccessibleName(/bypassed/);
  await app.button('Undo').click();
  await app.item('edges').click();
  await app.item('max_pooling2d').click({ modifiers: ['Shift'] });
  await app.command('Group into a block');
  await app.command('Fold or unfold the block');
  await expect(bricks).toHaveCount(6);
  await expect(app.canvas.getByRole('button', { name: /, Block, output 12×12×8, 208 parameters/ })).toBeVisible();
  for (let step = 0; step < 3; step++) await app.button('Undo').click();
  await expect(app.item('conv2d')).toBeVisible();
  await expect(bricks).toHaveCount(7);
});

test('by keys through branches: side by side, up and down, and one input of a merge is cut off alone', async ({
  app,
  page,
}) => {
  const keys = new Keys(page);
  await keys.listen();
  await app.open('/?template=residual');
  await expect(app.item('digit')).toBeVisible();
  // It comes with the first pause.
  await expect(page.getByRole('button', { name: 'Skip to the model' })).toBeAttached();
  await keys.press('Tab', 'Enter');
  await expect(app.item('digit')).toBeFocused();
  for (const [key, name] of [
    ['ArrowUp', 'stem'],
    ['ArrowUp', 'stem_pool'],
    ['ArrowUp', 'res1_conv1'],
    ['ArrowUp', 'res1_conv2'],
    ['ArrowUp', 'res1_add'],
    ['ArrowUp', 'res1_out'],
    ['ArrowUp', 'res2_conv1'],
    ['ArrowLeft', 'res2_shortcut'],
    ['ArrowUp', 'res2_add'],
  ] as const) {
    await keys.press(key);
    await expect(app.item(name)).toBeFocused();
  }
  const sum = app.item('res2_add');
  await expect(sum).toHaveAccessibleDescription('input from res2_conv2, res2_shortcut; output to res2_out');
  await keys.press('F6');
  const cut = app.inspector.getByRole('button', { name: 'Disconnect res2_shortcut' });
  await keys.tabTo(cut);
  await keys.press('Enter');
  await keys.hears('Disconnected res2_shortcut from res2_add.');
  await expect(sum).toHaveAccessibleDescription('input from res2_conv2; output to res2_out');
  await expect.poll(() => keys.focused()).not.toMatch(/^body/);
  await keys.press('ControlOrMeta+z');
  await keys.hears('Undone. Connected res2_shortcut to res2_add.');
});

import { expect, test } from '../app';
import { Keys } from '../keys';

test('letters typed before the palette is there count; a new project takes the keys, and says what it does not take', async ({
  app,
  page,
}) => {
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/CommandPalette-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await app.open();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('new project');
  const search = page.getByPlaceholder('Search commands…');
  await expect(search).toBeHidden();
  arrive();
  await expect(search).toHaveValue('new project');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Project title')).toHaveValue('Untitled');
  await expect(app.canvas).toBeFocused();

  await page.evaluate(() => navigator.clipboard.writeText('no brick'));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByText('What is on the clipboard is no brick.', { exact: false })).toBeVisible();
  // "Press Tab" is what the empty canvas says.
  await page.keyboard.press('Tab');
  await page.keyboard.type('vector');
  const bricks = page.getByRole('dialog', { name: 'Add a brick' });
  await expect(bricks.getByRole('combobox')).toHaveValue('vector');
  await page.keyboard.press('Enter');
  await expect(app.item('input_vector')).toBeVisible();

  await page.getByRole('button', { name: 'DeepBrick: Menu' }).click();
  await page.getByRole('menuitem', { name: 'File' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /^New project/ }).press('Enter');
  await expect(app.item('input_vector')).toBeHidden();
  await expect(app.canvas).toBeFocused();
});

test('a table that cannot be learned from says why; a picture leads to the photos where the model takes none', async ({
  app,
  page,
}) => {
  await app.open('/?template=deepbrick-01');
  await app.openFile('rows.csv', 'a,b\n1,2');
  const table = page.getByRole('dialog', { name: 'Table: rows.csv' });
  await expect(table.getByText('Only 1 row with a target; at least 10 are needed.')).toBeVisible();
  await expect(table.getByRole('button', { name: 'Use this table' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await app.openFile('cat.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await page.getByRole('alert').getByRole('button', { name: 'Photos…' }).click();
  await expect(page.getByRole('dialog', { name: 'Photos' })).toBeVisible();
});

test('every list that finds nothing says so', async ({ app, page }) => {
  const keys = new Keys(page);
  await keys.listen();
  await app.open();
  await expect(app.item('predictions')).toBeVisible();
  await keys.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keys.type('zzzz');
  await keys.hears('No matching command.');
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await keys.press('/');
  await expect(app.palette.getByRole('searchbox')).toBeFocused();
  await keys.type('zzzz');
  await keys.hears('No brick matches “zzzz”.');
  await keys.press('Escape');
  await keys.command('go to the canvas');
  await expect(page.locator('[data-canvas] button:focus')).toHaveCount(1);
  await keys.press('Tab');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keys.type('zzzz');
  await keys.hears('No matching brick.');
  await keys.press('Escape');
  await keys.command('templates…');
  await expect(page.getByRole('dialog')).toContainText('VGG16');
  await keys.type('zzzz');
  await keys.hears('No template matches “zzzz”.');
});

import { commandTexts } from '../../../src/i18n/commands';
import { expect, test } from '../app';

const opening = [
  'templates',
  'swapHead',
  'fineTune',
  'projects',
  'share',
  'photos',
  'compare',
  'saveModel',
  'openModel',
  'importCode',
  'weights',
  'exportModel',
  'savePicture',
] as const;

test('dialogs begin at their first field or action, not at what closes them', async ({ app, page }) => {
  await app.open();
  await expect(app.item('conv2d')).toBeVisible();
  const dialog = page.getByRole('dialog');
  for (const id of opening) {
    await app.command(commandTexts[id].en);
    await expect(dialog.getByRole('heading', { level: 2 }), id).toBeVisible();
    // What comes later takes the focus when it is there.
    await expect(dialog.locator(':focus'), id).toHaveCount(1);
    await expect(dialog.getByRole('button', { name: 'Close' }), id).not.toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('with the focus on the canvas, undo never takes back what was typed; with nothing to undo it says so', async ({
  app,
  page,
}) => {
  await app.open();
  const search = app.palette.getByRole('searchbox');
  await search.fill('pool');
  await app.item('conv2d').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('There is no step to undo.')).toBeVisible();
  await expect(search).toHaveValue('pool');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(page.getByText('There is no step to do again.')).toBeVisible();
});

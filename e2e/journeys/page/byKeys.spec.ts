import { expect, test } from '../app';
import { Keys } from '../keys';

test('by keys alone, from the first start to a model that was built, mended, trained, asked and exported', async ({
  app,
  page,
}) => {
  test.slow();
  const keys = new Keys(page);
  await keys.listen();
  await app.open();
  await expect(app.item('predictions')).toBeVisible();

  // To the model, past the bar and the palette.
  await expect(page.getByRole('button', { name: 'Skip to the model' })).toBeAttached();
  await keys.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the model' })).toBeFocused();
  await keys.press('Enter');
  await expect(app.item('digit')).toBeFocused();
  expect(keys.presses).toBeLessThanOrEqual(3);

  // Its menu, and that of the canvas where nothing is chosen.
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await keys.press(key);
    await expect(page.getByRole('menu').getByRole('menuitem', { name: /^Duplicate/ })).toBeVisible();
    await keys.press('ArrowDown');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await keys.press('Escape');
    await expect(app.item('digit')).toBeFocused();
  }

  // Through it, along its wires, to its end.
  await keys.press('ArrowUp');
  await expect(app.item('conv2d')).toBeFocused();
  await expect(app.item('conv2d')).toHaveAccessibleDescription('input from digit; output to max_pooling2d');
  await keys.press('ArrowDown', 'ArrowDown');
  await keys.hears('Nothing comes before digit.');

  const before = keys.presses;
  await keys.command('new project');
  await expect(page.getByLabel('Project title')).toHaveValue('Untitled');
  await keys.hears('Untitled is open: 0 bricks.');
  await expect(app.canvas).toBeFocused();
  await keys.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /^Select all|^Paste|^Quick add|^Add/ }).first()).toBeVisible();
  await keys.press('Escape');
  await expect(app.canvas).toBeFocused();
  const add = async (typed: string, name: string) => {
    await keys.press('Tab');
    await keys.type(typed);
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue(typed);
    await keys.press('Enter');
    await expect(app.item(name)).toBeFocused();
    await keys.hears(`Added ${name}.`);
  };
  await add('image', 'input_image');
  await add('conv2d', 'conv2d');
  await add('flatten', 'flatten');
  await add('dense', 'dense');
  await expect(app.item('dense')).toHaveAccessibleName(/^dense, Dense, output \d+/);
  // By keys a parameter is set in its field, and Escape leads back.
  await keys.press('Enter');
  await expect(app.inspector.getByLabel('units', { exact: true })).toBeFocused();
  await keys.press('ControlOrMeta+a');
  await keys.type('10');
  await keys.press('Tab');
  await keys.type('softmax');
  await expect(app.inspector.getByLabel('activation', { exact: true })).toHaveValue('softmax');
  await keys.press('Escape');
  await expect(app.item('dense')).toBeFocused();
  expect(keys.presses - before).toBeLessThanOrEqual(80);

  // A brick that stands alone is connected.
  await keys.press('Escape');
  await add('dropout', 'dropout');
  await expect(app.item('dropout')).toHaveAccessibleName(/output unknown/);
  await keys.press('Home');
  await expect(app.item('input_image')).toBeFocused();
  await keys.press('c');
  await keys.hears(/^Connecting from input_image: .* dropout, 1 of \d/);
  await keys.press('Enter');
  await expect(app.item('dropout')).toHaveAccessibleName(/output 28×28×1/);
  await keys.hears('Connected input_image to dropout.');
  await expect(app.item('dropout')).toBeFocused();
  await keys.press('Delete');
  await expect(app.item('dropout')).toBeHidden();
  await expect(page.locator('[data-canvas] button:focus')).toHaveCount(1);

  await keys.hears('Removed dropout.');

  // What was done is taken back, and done again, and both are said.
  await keys.press('ControlOrMeta+z');
  await keys.hears('Undone. Added dropout.');
  await expect(app.item('dropout')).toBeVisible();
  await keys.press('ControlOrMeta+Shift+z');
  await keys.hears('Done again. Removed dropout.');
  await expect(app.item('dropout')).toBeHidden();
  await expect(page.locator('[data-canvas] button:focus')).toHaveCount(1);

  // A problem is told once nothing changes any more, found, and mended where it is told.
  await keys.press('Home');
  await expect(app.item('input_image')).toBeFocused();
  await keys.press('ArrowUp', 'ArrowUp');
  await expect(app.item('flatten')).toBeFocused();
  await keys.press('Delete');
  await keys.hears(/^Problem: dense needs a vector/);
  await keys.press('ControlOrMeta+Enter');
  await keys.hears('The model cannot be trained yet. Solve its problems first.');
  await expect.poll(() => keys.focused()).toBe('section Problems');
  await keys.tabTo(app.problems.getByRole('button', { name: 'Insert Flatten' }));
  await keys.press('Enter');
  await keys.hears('No problems left.');
  // The button is gone, the focus is not.
  await expect.poll(() => keys.focused()).not.toMatch(/^body/);

  await keys.press('ControlOrMeta+Enter');
  await expect(app.button('Pause')).toBeVisible();
  await keys.hears('Training has started.');
  await expect.poll(() => keys.focused()).not.toMatch(/^body/);
  await keys.hears(/Epoch \d+ finished\./, 100_000);
  await keys.press('ControlOrMeta+Alt+Enter');
  await expect(app.button('Train')).toBeVisible();
  await keys.hears(/the weights are kept\.$/);

  await keys.command('predict');
  await expect.poll(() => keys.focused()).toBe('section Prediction');
  await keys.tabTo(app.prediction.getByRole('tab', { name: 'Draw' }));
  await keys.press('ArrowRight');
  await expect(app.prediction.getByRole('list').first()).toContainText('%');
  await keys.hears(/^Sample 1: true \d, answer \d, [\d.]+ %\.$/);

  // The model leaves: the dialog by its name, the target by arrows, the file by Enter.
  await keys.command('export');
  const dialog = page.getByRole('dialog', { name: 'Export “Untitled”' });
  await keys.tabTo(dialog.getByRole('radio', { checked: true }));
  await keys.press('ArrowRight');
  const downloads = dialog.getByRole('button', { name: 'Download Untitled.zip' });
  await expect(downloads).toBeEnabled();
  await keys.tabTo(downloads);
  const downloading = page.waitForEvent('download');
  await keys.press('Enter');
  expect((await downloading).suggestedFilename()).toBe('Untitled.zip');
  await keys.hears(/^\d+ files/);
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(() => keys.focused()).not.toMatch(/^body/);

  const voice = await keys.voice();
  expect(voice.filter((text, place) => text === voice[place - 1])).toEqual([]);
  expect(keys.presses).toBeLessThanOrEqual(200);
});

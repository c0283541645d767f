import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { frozenHead } from '../../documents/chain';
import { expect, test } from '../app';

test('the summary table: numbers, sorting, a nested model, the filter, CSV, and a row selects its brick', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openDocument(frozenHead());
  await app.command('Summary table');
  const panel = page.getByRole('region', { name: 'Summary' });
  const row = (name: string) => panel.getByRole('row', { name: new RegExp(`(^| )${name} `) });
  await expect(row('vgg16')).toContainText('15.3 G');
  await expect(row('vgg16')).toContainText('212×212');
  await expect(panel.getByRole('row', { name: /^6 layers/ })).toContainText('27,560,769');
  await panel.getByRole('button', { name: 'Show the layers of vgg16' }).click();
  await expect(row('block1_conv1')).toContainText('1,792');
  const parameters = panel.getByRole('columnheader', { name: 'Parameters' });
  await parameters.getByRole('button').click();
  await parameters.getByRole('button').click();
  await expect(parameters).toHaveAttribute('aria-sort', 'descending');
  await expect(panel.getByRole('row').nth(1)).toContainText('vgg16');
  await panel.getByRole('searchbox').fill('dense');
  await expect(row('flatten')).toHaveCount(0);
  await row('dense').click();
  await expect(app.item('dense')).toHaveAttribute('data-selected', 'true');
  await expect(app.inspector).toContainText('receptive field');
  expect((await new AxeBuilder({ page }).include('[aria-label="Summary"]').analyze()).violations).toEqual([]);
  const downloading = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(1 + 6 + 19 + 1);
  expect(csv).toContain('vgg16/block5_pool,MaxPooling2D,"(None, 7, 7, 512)"');
});

test('the canvas as SVG and as PNG, with options and the file names', async ({ app, page }) => {
  await app.open();
  await app.command('Save as image…');
  const dialog = page.getByRole('dialog', { name: 'Save as image' });
  await expect(dialog.getByRole('img', { name: /^Preview of/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  const save = async () => {
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const download = await downloading;
    await expect(dialog).toBeHidden();
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const drawing = await save();
  expect(drawing.name).toMatch(/\.svg$/);
  expect(drawing.bytes.toString()).toContain('>predictions</text>');
  expect(drawing.bytes.toString()).not.toContain('var(');
  await app.command('Save as image…');
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('png');
  await dialog.getByRole('combobox', { name: 'Background' }).selectOption('transparent');
  const pixels = await save();
  expect(pixels.name).toMatch(/@2x\.png$/);
  expect(pixels.bytes.subarray(1, 4).toString()).toBe('PNG');
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../app';

test('a panel stands beside the model or below it, as wide as it is dragged, also after a reload', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1024, height: 768 });
  await app.open();
  await app.openTraining();
  const canvasWidth = async () => (await app.canvas.boundingBox())!.width;
  const canvasHeight = async () => (await app.canvas.boundingBox())!.height;
  const low = await canvasHeight();
  await app.training.getByRole('button', { name: 'Panels beside the model' }).click();
  await expect.poll(canvasHeight).toBeGreaterThan(low + 200);
  // Where there is no room for them the columns make way.
  await expect(app.inspector).toBeHidden();
  await expect(app.palette).toBeHidden();
  expect(await canvasWidth()).toBeGreaterThan(500);

  const edge = page.getByRole('slider', { name: /^Panel width/ });
  const wide = (await app.training.boundingBox())!.width;
  await edge.focus();
  const value = Number(await edge.inputValue());
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await app.training.boundingBox())!.width).toBe(wide + 24);
  await expect(edge).toHaveValue(String(value + 24));
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 64, box.y + 300, { steps: 3 });
  await page.mouse.up();
  const dragged = wide + 24 - 60;
  await expect.poll(async () => Math.abs((await app.training.boundingBox())!.width - dragged)).toBeLessThan(6);
  const left = (await app.training.boundingBox())!.width;
  await expect(app.item('predictions')).toBeInViewport({ ratio: 0.99 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);

  await page.reload();
  await app.openTraining();
  expect((await app.training.boundingBox())!.width).toBe(left);
  await app.training.getByRole('button', { name: 'Panels below the model' }).click();
  // Columns that made way are back, and can be dragged, too.
  await expect(app.inspector).toBeVisible();
  const palette = (await app.palette.boundingBox())!.width;
  await page.getByRole('slider', { name: /^Palette width/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await app.palette.boundingBox())!.width).toBe(palette + 24);
});

test('a window that narrows with a panel beside the model keeps the model in sight; columns make way and come back', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open();
  await app.openTraining();
  await app.training.getByRole('button', { name: 'Panels beside the model' }).click();
  const at = async (width: number, inspector: boolean, palette: boolean) => {
    await page.setViewportSize({ width, height: width > 900 ? 768 : 1180 });
    await expect(app.inspector).toBeVisible({ visible: inspector });
    await expect(app.palette).toBeVisible({ visible: palette });
    for (const name of ['digit', 'predictions']) await expect(app.item(name)).toBeInViewport({ ratio: 0.99 });
  };
  await at(1440, true, true);
  await at(1200, false, true);
  await at(1024, false, false);
  await at(820, false, false);
  const below = (await app.training.boundingBox())!;
  expect(below.width, 'it is a sheet below the model').toBe(820);
  await at(1024, false, false);
  await at(1440, true, true);

  // What was opened again stays open beside the panel; what made way is back when the panel closes, and after a reload.
  await at(1024, false, false);
  await page.getByRole('button', { name: 'Open the inspector' }).click();
  await expect(app.inspector).toBeVisible();
  await app.training.getByRole('button', { name: 'Close' }).click();
  await expect(app.palette).toBeVisible();
  await expect(app.inspector).toBeVisible();
  await app.openTraining();
  await expect(app.palette).toBeHidden();
  await page.reload();
  await expect(app.palette).toBeVisible();
  await expect(app.inspector).toBeVisible();
});

test('a panel at half height leaves the larger part of a low screen to the model, drawn as large as there is room', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await app.open();
  await app.openTraining();
  const bar = page.getByRole('button', { name: 'Fit to view' });
  await expect(app.item('predictions')).toBeInViewport({ ratio: 0.99 });
  await expect.poll(async () => (await app.item('conv2d').boundingBox())!.height).toBeGreaterThan(35);
  const canvas = (await app.canvas.boundingBox())!;
  const panel = (await app.training.boundingBox())!;
  expect(canvas.height).toBeGreaterThan(panel.height * 1.3);
  // Neither the bar nor React Flow's name lies over it.
  const brick = (await app.item('digit').boundingBox())!;
  expect((await bar.boundingBox())!.x + 28).toBeLessThan(brick.x);
  const name = (await page.getByRole('link', { name: /React Flow/ }).boundingBox())!;
  const last = (await app.item('conv2d').boundingBox())!;
  expect(name.x).toBeGreaterThan(last.x + last.width);
});

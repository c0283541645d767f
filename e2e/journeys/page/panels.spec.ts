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
  await expect.poll(canvasWidth).toBe(1024);

  // Columns, too.
  await page.getByRole('button', { name: 'Open the palette' }).click();
  const palette = (await app.palette.boundingBox())!.width;
  await page.getByRole('slider', { name: /^Palette width/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await app.palette.boundingBox())!.width).toBe(palette + 24);
});

import dense from '../../../bricks/core/dense';
import inputVector from '../../../bricks/data/inputVector';
import { expect, test } from '../app';
import { documentOf } from '../documents';

const bricks = 600;
const tall = documentOf('A tall tower', (place) => {
  let x = place(inputVector, { shape: [4] }, [], 'ground');
  for (let floor = 1; floor < bricks; floor++) x = place(dense, { units: 4 }, x, `floor${floor}`);
});

test('of a large model what is in view is drawn, and the keyboard reaches all of it', async ({ app, page }) => {
  await app.open();
  await app.openDocument(tall);
  for (let times = 0; times < 4; times++) await app.canvas.getByRole('button', { name: 'Zoom in' }).click();
  const drawn = app.canvas.getByRole('button', { name: /^(ground|floor\d+), / });
  await expect(drawn.first()).toBeVisible();
  await expect.poll(() => drawn.count()).toBeLessThan(bricks);
  await app.canvas.getByRole('button', { name: 'Go to ground' }).press('Enter');
  await expect(app.item('ground')).toBeFocused();
  await page.keyboard.press('End');
  await expect(app.item(`floor${bricks - 1}`)).toBeFocused();
  await expect(app.item(`floor${bricks - 1}`)).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(app.item(`floor${bricks - 2}`)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(app.item(`floor${bricks - 2}`)).toBeHidden();
  // The one that takes its place has the focus a moment later.
  await expect(app.item(`floor${bricks - 1}`)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(app.item('ground')).toBeFocused();
  await expect(app.item('ground')).toBeInViewport();
});

test('an edit that would make the document too large is refused in words', async ({ app, page }) => {
  const half = documentOf('More than half', (place) => {
    for (let column = 0; column < 50; column++) {
      let x = place(inputVector, { shape: [4] });
      for (let floor = 1; floor < 51; floor++) x = place(dense, { units: 4 }, x);
    }
  });
  await app.open();
  await app.openDocument(half, 60_000);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(page.getByRole('alert')).toContainText(
    'Nothing was changed, because the document would become too large.',
  );
  await expect(page.getByRole('alert')).toContainText('5,100 bricks; at most 5,000');
});

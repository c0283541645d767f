import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../app';

/** Middle of what is drawn, once it has stood still for most of a second: the view fits itself to what comes late. */
async function middle(what: Locator): Promise<readonly [number, number]> {
  let [before, still] = ['', 0];
  await expect
    .poll(async () => {
      const last = before;
      before = JSON.stringify(await what.boundingBox());
      still = before === last ? still + 1 : 0;
      return still;
    })
    .toBeGreaterThanOrEqual(3);
  const { x, y, width, height } = (await what.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

/** Drags with the mouse, slowly enough for every step to be seen by the page. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] + 12, from[1] - 6, { steps: 4 });
  await page.mouse.move(...to, { steps: 12 });
  await page.mouse.up();
}

test('a brick pulled out closes the gap; dropped on the tower again it snaps in', async ({ app, page }) => {
  await app.open();
  const whole = await middle(app.item('predictions'));
  const [x, y] = await middle(app.item('flatten'));
  await drag(page, [x, y], [x + 260, y - 60]);
  await expect(app.item('predictions')).toHaveAccessibleName(/output unknown/);
  await expect(app.item('flatten')).toHaveAccessibleName(/^flatten, Flatten, output unknown/);
  await expect
    .poll(async () => (await middle(app.item('predictions')))[1] - whole[1], 'the brick above comes down')
    .toBeGreaterThan(20);

  const on = await middle(app.item('max_pooling2d_1'));
  await drag(page, await middle(app.item('flatten')), [on[0], on[1] - 30]);
  await expect(app.item('predictions')).toHaveAccessibleName('predictions, Dense, output 10, 4,010 parameters');
  await expect(app.item('flatten')).toHaveAccessibleName('flatten, Flatten, output 400, 0 parameters');

  await app.button('Undo').click();
  await expect(app.item('predictions')).toHaveAccessibleName(/output unknown/);
  await app.button('Undo').click();
  await expect(app.item('predictions')).toHaveAccessibleName('predictions, Dense, output 10, 4,010 parameters');
});

test('from the palette a brick is dropped on a tower, and another on a wire', async ({ app, page }) => {
  await app.open();
  // Found by the search: the palette is longer than the page.
  const found = async (name: string) => {
    await app.palette.getByRole('searchbox').fill(name);
    await expect(app.palette.getByRole('button', { name: 'Flatten', exact: true })).toBeHidden();
    return middle(app.palette.getByRole('button', { name, exact: true }));
  };
  const dropout = await found('Dropout');
  // Only now: the view fits itself to what is there until everything is drawn.
  const tower = await middle(app.item('flatten'));
  // While it is held, it is seen where it will stand.
  await page.mouse.move(...dropout);
  await page.mouse.down();
  await page.mouse.move(dropout[0] + 12, dropout[1] - 6, { steps: 4 });
  await page.mouse.move(tower[0], tower[1] - 40, { steps: 12 });
  const ghost = app.canvas.locator('[data-ghost="dropout"]');
  await expect(ghost).toHaveAttribute('data-broken', 'false');
  await expect(app.item('dropout')).toBeHidden();
  // A hand is never still: where it rests, a browser asks again, and this one does not.
  await page.mouse.move(tower[0] + 2, tower[1] - 41);
  await page.mouse.up();
  await expect(ghost).toBeHidden();
  await expect(app.item('dropout')).toHaveAccessibleName('dropout, Dropout, output 400, 0 parameters');
  await expect(app.item('predictions')).toHaveAccessibleName('predictions, Dense, output 10, 4,010 parameters');

  const [[left, bottom], [right]] = [await middle(app.item('digit')), await middle(app.item('conv2d'))];
  const between = [(left + right) / 2, bottom] as const;
  await drag(page, await found('ZeroPadding2D'), between);
  await expect(app.item('zero_padding2d')).toHaveAccessibleName(
    'zero_padding2d, ZeroPadding2D, output 30×30×1, 0 parameters',
  );
  await expect(app.item('conv2d')).toHaveAccessibleName('conv2d, Conv2D, output 26×26×8, 208 parameters');
});

test('a wire drawn into the void offers what fits; one drawn to a wrong brick says why', async ({ app, page }) => {
  await app.open();
  await app.item('digit').click();
  const box = (await app.item('digit').boundingBox())!;
  const plug = app.canvas.locator('.react-flow__handle.source').first();
  const from = await middle(plug);
  await drag(page, from, [box.x + 60, box.y + 200]);
  const search = page.getByPlaceholder('Search bricks…');
  await expect(search).toBeFocused();
  await expect(page.getByRole('option', { name: 'Conv2D', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Dense', exact: true })).toHaveCount(0);
  await page.getByRole('option', { name: 'Flatten' }).click();
  await expect(app.item('flatten_1')).toHaveAccessibleName('flatten_1, Flatten, output 784, 0 parameters');

  await app.button('Undo').click();
  await app.item('digit').click();
  await page.mouse.move(...(await middle(plug)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(app.item('predictions'))), { steps: 12 });
  await expect(app.canvas.getByText(/takes one input and already has flatten/)).toBeVisible();
  await page.mouse.up();
  await expect(app.canvas.getByRole('button', { name: /Replace/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.item('predictions')).toHaveAccessibleName('predictions, Dense, output 10, 4,010 parameters');
});

test('a search in the palette ends with what it was for: a brick placed, Escape, another project', async ({
  app,
  page,
}) => {
  await app.open();
  const search = app.palette.getByRole('searchbox');
  const dropout = app.palette.getByRole('button', { name: 'Dropout', exact: true });
  await search.fill('dropout');
  await search.press('Enter');
  await expect(app.item('dropout')).toBeFocused();
  await expect(search).toHaveValue('');
  await search.fill('dropout');
  await dropout.click();
  await expect(app.item('dropout_1')).toBeFocused();
  await expect(search).toHaveValue('');
  await search.fill('dropout');
  await dropout.dragTo(app.canvas, { targetPosition: { x: 400, y: 60 } });
  await expect(app.item('dropout_2')).toBeVisible();
  await expect(search).toHaveValue('');
  // Let go where nothing takes it, it was not for this.
  await search.fill('dropout');
  await dropout.dragTo(page.getByRole('banner'));
  await expect(search).toHaveValue('dropout');
  await dropout.focus();
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(search).toBeFocused();
  await search.fill('dropout');
  await app.command('New project');
  await expect(search).toHaveValue('');
});

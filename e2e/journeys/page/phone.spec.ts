import type { CDPSession } from '@playwright/test';
import { type App, expect, test } from '../app';

const phone = { width: 390, height: 844 };

test.use({
  viewport: phone,
  hasTouch: true,
  isMobile: true,
  permissions: ['camera', 'clipboard-read', 'clipboard-write'],
});

/** The canvas is never less than a quarter of the screen. */
async function canvasInSight(app: App): Promise<void> {
  await expect.poll(async () => (await app.canvas.boundingBox())?.height ?? 0).toBeGreaterThan(phone.height / 4);
}

/** Fingers on the screen, each at a point; none: all are lifted. */
const fingers = (session: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: [number, number][]) =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y], id) => ({ x, y, id })) });

/** Where a brick lies on the screen, once it lies still and under nothing else. */
async function middleOf(app: App, name: string): Promise<[number, number]> {
  await app.item(name).tap({ trial: true });
  const box = (await app.item(name).boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test('from a link to a drawn digit by finger alone: open, train, draw, predict', async ({ app, page }) => {
  await app.open('/?template=digits');
  await expect(app.item('predictions')).toBeInViewport();
  await app.button('Train').tap();
  await expect(app.training).toBeVisible();
  await canvasInSight(app);
  // Enough has been learned for a digit; the rest is not waited for.
  await expect(app.button('Stop')).toBeEnabled();
  await expect(app.status).toContainText('epoch 2/');
  await app.button('Stop').tap();
  await expect(app.button('Train')).toBeVisible();
  await app.button('Predict').tap();
  await canvasInSight(app);
  const pad = app.prediction.getByLabel(/^Drawing area/);
  await expect(pad).toBeInViewport();
  const { x, y, width, height } = (await pad.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  await fingers(session, 'touchStart', [x + width / 2, y + height * 0.2]);
  for (const share of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    await fingers(session, 'touchMove', [x + width / 2, y + height * share]);
  await fingers(session, 'touchEnd');
  const answer = app.prediction.getByRole('list').first();
  await expect(answer).toContainText('1');
  await expect(app.prediction.getByText(/ ms$/)).toBeVisible();
});

test('a brick is added by a tap, set in its sheet, connected and removed through the menu of a long press', async ({
  app,
  page,
}) => {
  await app.open();
  const session = await page.context().newCDPSession(page);
  await expect(app.palette).toBeHidden();
  await page.touchscreen.tap(...(await middleOf(app, 'flatten')));
  await expect(app.item('flatten')).toHaveAttribute('data-selected', 'true');
  await app.button('Bricks').tap();
  await canvasInSight(app);
  await app.palette.getByRole('searchbox').fill('Dropout');
  await app.palette.getByRole('button', { name: 'Dropout', exact: true }).tap();
  await expect(app.item('dropout')).toBeInViewport();
  await app.button('Properties').tap();
  await expect(app.palette).toBeHidden();
  await canvasInSight(app);
  await app.inspector.getByLabel('rate', { exact: true }).fill('0.25');
  await expect(app.item('dropout')).toContainText('0.25');

  await app.button('Properties').tap();
  await expect(app.inspector).toBeHidden();
  const hold = async (name: string) => {
    const at = await middleOf(app, name);
    await fingers(session, 'touchStart', at);
    const menu = page.getByRole('menu', { name: 'Actions' });
    await expect(menu).toBeVisible();
    await fingers(session, 'touchEnd');
    await expect(menu).toBeVisible();
    return menu;
  };
  await (await hold('dropout')).getByRole('menuitem', { name: 'Delete' }).tap();
  await expect(app.item('dropout')).toBeHidden();
  await expect(app.button('Undo')).toBeEnabled();
  await app.button('Undo').tap();
  await expect(app.item('dropout')).toBeVisible();

  await (await hold('digit')).getByRole('menuitem', { name: 'Connect to…' }).tap();
  await page.touchscreen.tap(...(await middleOf(app, 'max_pooling2d')));
  // Another wire ends there: the way out is one tap.
  await page.getByRole('dialog').getByRole('button').first().tap();
  await expect(app.item('max_pooling2d')).toHaveAccessibleName(/output 14×14×1/);
});

for (const [where, first] of [
  ['the canvas', null],
  ['a brick', 'flatten'],
] as const)
  test(`two fingers that begin on ${where} zoom, and move nothing else`, async ({ app, page }) => {
    await app.open();
    await expect(app.item('conv2d')).toBeVisible();
    await expect(app.button('Undo')).toBeDisabled();
    const session = await page.context().newCDPSession(page);
    const before = (await app.item('conv2d').boundingBox())!.width;
    // Below the model, where it is not on a brick.
    const [x, y] = first === null ? ([195, 640] as const) : await middleOf(app, first);
    await fingers(session, 'touchStart', [x, y]);
    await fingers(session, 'touchStart', [x, y], [x + 60, y]);
    for (const half of [10, 25, 40, 55, 70]) await fingers(session, 'touchMove', [x - half, y], [x + 60 + half, y]);
    await fingers(session, 'touchEnd');
    await expect.poll(async () => (await app.item('conv2d').boundingBox())!.width).toBeGreaterThan(before * 1.5);
    await expect(app.button('Undo')).toBeDisabled();
    await expect(page.getByRole('menu')).toBeHidden();
  });

test('own photos by finger and camera alone: two classes are photographed, trained on, and what the camera sees is told', async ({
  app,
  page,
}) => {
  await app.open();
  // Wires begin at the bricks' sides, however large what a finger takes is.
  const gap = () =>
    page.evaluate(() => {
      const brick = document.querySelector('[data-item="digit"] svg')!.getBoundingClientRect();
      return Math.abs(document.querySelector('[data-wire]')!.getBoundingClientRect().x - brick.right);
    });
  await expect.poll(gap).toBeLessThan(2);
  await app.button('Training settings').tap();
  await app.training.getByRole('button', { name: 'Photos…' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Photos' });
  await dialog.getByRole('button', { name: 'Take photos with the camera' }).tap();
  let seen = 0;
  for (const name of ['class 1', 'class 2']) {
    const into = `Take photos of ${name} with the camera`;
    const camera = dialog.getByRole('region', { name: into });
    if (!(await camera.isVisible())) await dialog.getByRole('button', { name: into }).tap();
    // This camera begins anew with every class, and equal pictures count once: those of the first class are let pass.
    const shown = () => camera.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
    await expect.poll(shown).toBeGreaterThan(seen);
    for (const taken of ['1 photo taken', '2 photos taken', '3 photos taken', '4 photos taken']) {
      await camera.getByRole('button', { name: 'Take a photo, hold for more' }).tap();
      await expect(camera).toContainText(taken);
    }
    seen = (await shown()) + 0.5;
  }
  // What was taken is kept however its camera is left: for the other class, or closed.
  await dialog.getByRole('button', { name: 'Save and close' }).tap();
  await expect(dialog.getByRole('region', { name: /with the camera$/ })).toBeHidden();
  const row = (name: string) => dialog.getByRole('listitem').filter({ has: page.getByLabel(`Name of class ${name}`) });
  for (const name of ['class 1', 'class 2']) await expect(row(name)).toContainText('3 training, 1 validation');
  await dialog.getByRole('button', { name: 'Train on these photos' }).tap();
  await expect(dialog).toBeHidden();
  await app.training.getByRole('button', { name: 'Set units to 2' }).tap();
  await app.button('Train').tap();
  await expect(app.training.getByRole('button', { name: /^Continue from epoch/ })).toBeVisible();
  await app.button('Predict').tap();
  await app.prediction.getByRole('tab', { name: 'Image' }).tap();
  await app.prediction.getByRole('button', { name: 'Camera' }).tap();
  const camera = app.prediction.getByRole('region', { name: 'Camera' });
  await expect
    .poll(() => camera.locator('video').evaluate((video) => (video as HTMLVideoElement).videoWidth))
    .toBeGreaterThan(0);
  await camera.getByRole('button', { name: 'Take a photo' }).tap();
  await expect(app.prediction.getByText(/ ms$/)).toBeVisible();
  await expect(app.prediction.getByRole('list').first()).toContainText('class 1');
  await expect(app.prediction.getByRole('list').first()).toContainText('class 2');
  await camera.getByRole('button', { name: 'Close camera' }).tap();
  await expect(camera).toBeHidden();
});

test('Back closes what lies on top and leaves the page only then; the work stays', async ({ app, page }) => {
  await page.goto('about:blank');
  await app.open();
  const banner = page.getByRole('banner');
  const dialog = page.getByRole('dialog');
  await app.button('Bricks').tap();
  await app.palette.getByRole('button', { name: 'Dropout', exact: true }).tap();
  await expect(app.item('dropout')).toBeVisible();
  await app.openTraining();
  await app.training.getByRole('button', { name: 'Photos…' }).tap();
  await expect(dialog).toBeVisible();
  const entries = () => page.evaluate(() => (history.state as { open?: number } | null)?.open ?? 0);
  await expect.poll(entries).toBe(2);
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(app.training).toBeVisible();
  await page.goBack();
  await expect(app.training).toBeHidden();
  await expect(app.item('dropout')).toBeVisible();

  // A menu, and one that is closed by itself. Keys are not offered to fingers.
  await banner.getByRole('button', { name: 'Menu' }).tap();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Help' }).tap();
  await expect(page.getByRole('menuitem', { name: /^All commands…/ })).toHaveText('All commands…');
  await expect(page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeHidden();
  await expect.poll(entries).toBe(2);
  await page.goBack();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await app.button('Predict').tap();
  await expect.poll(entries).toBe(1);
  await app.prediction.getByRole('button', { name: 'Close' }).tap();
  await expect.poll(entries).toBe(0);
  await expect(app.saved).toBeAttached();
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await app.open();
  await expect(app.item('dropout')).toBeVisible();
});

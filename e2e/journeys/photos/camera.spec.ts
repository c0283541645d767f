import type { Locator } from '@playwright/test';
import { type App, expect, test } from '../app';

/** A set of one class without photos, and the camera asked for. */
async function askForCamera(app: App): Promise<Locator> {
  await app.open();
  await app.command('Photos…');
  const dialog = app.page.getByRole('dialog', { name: 'Photos' });
  const photo = await app.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(20, 20);
    canvas.getContext('2d')!.fillRect(0, 0, 20, 20);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  await dialog
    .getByLabel('Choose photos or zip…', { exact: true })
    .first()
    .setInputFiles({ name: 'black.png', mimeType: 'image/png', buffer: Buffer.from(photo) });
  await dialog.getByRole('button', { name: 'Add class' }).click();
  await dialog.getByRole('button', { name: 'Take photos of class 2 with the camera' }).click();
  return dialog;
}

test.describe('with a camera', () => {
  test.use({ permissions: ['camera'] });

  test('two photos are taken into a class, by mouse and by keyboard', async ({ app, page }) => {
    const dialog = await askForCamera(app);
    const camera = dialog.getByRole('region', { name: 'Take photos of class 2 with the camera' });
    // On a slow machine the first pictures of the pretended camera are all black, and alike.
    const brightest = (video: HTMLVideoElement) => {
      if (video.videoWidth === 0) return 0;
      const canvas = new OffscreenCanvas(32, 24).getContext('2d')!;
      canvas.drawImage(video, 0, 0, 32, 24);
      return canvas
        .getImageData(0, 0, 32, 24)
        .data.reduce((most, value, at) => (at % 4 < 3 ? Math.max(most, value) : most));
    };
    await expect.poll(() => camera.locator('video').evaluate(brightest)).toBeGreaterThan(50);
    const capture = camera.getByRole('button', { name: 'Take a photo, hold for more' });
    await capture.click();
    await expect(camera).toContainText('1 photo taken');
    await capture.press(' ');
    await expect(camera).toContainText('2 photos taken');
    await camera.getByRole('button', { name: 'Save and close' }).click();
    await expect(dialog).toContainText('2 photos added.');
    await expect(camera).toBeHidden();
    const tiles = dialog.getByRole('list', { name: 'Photos of all classes' }).getByRole('button');
    await expect(tiles).toHaveCount(3);
    await expect(dialog.getByRole('button', { name: /^camera-\d+(-\d+)?\.png, / })).toHaveCount(2);
    await expect(dialog.getByTitle(/^.*camera-.*\.png · 640×480$/)).toHaveCount(2);
    // The camera's light goes out.
    expect(await page.evaluate(() => document.querySelectorAll('video').length)).toBe(0);
  });
});

test.describe('without permission', () => {
  test.use({ permissions: [] });

  test('a refused camera is said, with the other way, and nothing else changes', async ({ app }) => {
    const dialog = await askForCamera(app);
    await expect(dialog.getByRole('alert').filter({ hasText: 'camera' })).toContainText(
      'Allow this page to use the camera, or connect one. You can also add photos as files.',
    );
    await expect(dialog.getByRole('button', { name: 'Take a photo, hold for more' })).toBeHidden();
    await dialog.getByRole('button', { name: 'Close camera' }).click();
    await expect(dialog.getByRole('alert')).toBeHidden();
    await expect(dialog.getByRole('button', { name: 'Take photos of class 2 with the camera' })).toBeVisible();
  });
});

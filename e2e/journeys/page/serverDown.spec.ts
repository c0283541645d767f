import { fileURLToPath } from 'node:url';
import { serve } from '../../../src/cli/server/server';
import { emptyDocument } from '../../../src/document/document';
import { expect, test } from '../app';

/** A browser notes every answer that did not come; nothing else may be noted. */
function onlyMissing(complaints: string[]): void {
  const others = complaints.filter((text) => !/^Failed to load resource|^PartMissing/.test(text));
  complaints.length = 0;
  expect(others).toEqual([]);
}

test('what was not opened yet opens after the server has stopped', async ({ app, page, complaints }) => {
  const server = await serve(fileURLToPath(new URL('../../../dist', import.meta.url)), 0);
  try {
    await app.open(server.address);
    const fetched = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')));
    for (const last of [/^HelpDialog.*js$/, /^ProblemsPanel.*js$/, /^pretrainedWork.*js$/]) {
      await expect.poll(async () => (await fetched()).some((name) => last.test(name))).toBe(true);
    }
  } finally {
    await server.close();
  }
  await app.button('Templates').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Open VGG16 as a new project' })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.command('Pretrained weights…');
  await expect(dialog.getByText('553.5 MB')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.openTraining();
  onlyMissing(complaints);
});

test('a part of the page that does not come is said, and is there when the server is back', async ({
  app,
  page,
  complaints,
}) => {
  const parts = /\/assets\/(GalleryDialog|Gallery|TrainingPanel)[^/]*$/;
  await page.route(parts, (route) => route.abort());
  await app.open();
  const said = page.getByRole('alert').filter({ hasText: 'could not be loaded from' });
  await app.button('Templates').click();
  await expect(said).toContainText('Your work is saved in this browser.');
  await said.getByRole('button', { name: 'Close' }).click();
  await expect(said).toBeHidden();
  await expect(app.canvas).toBeVisible();
  await page.getByRole('button', { name: /^Training curve/ }).click();
  await expect(said).toHaveCount(1);

  await app.button('Templates').click();
  await expect(said).toHaveCount(2);
  await page.unroute(parts);
  await said.last().getByRole('button', { name: 'Try again' }).click();
  const card = page.getByRole('dialog').getByRole('button', { name: 'Open VGG16 as a new project' });
  await expect(card).toBeVisible();
  // With its stylesheet, too: cards stand beside each other.
  const display = await card.evaluate((button) => getComputedStyle(button.closest('ul')!).display);
  expect(display).toBe('grid');
  await page.keyboard.press('Escape');
  await said.getByRole('button', { name: 'Try again' }).click();
  await expect(app.training).toBeVisible();
  onlyMissing(complaints);
});

test('where the page cannot be drawn it says why, and is there again after it was loaded anew', async ({
  app,
  page,
  complaints,
}) => {
  await app.open();
  await app.openDocument(emptyDocument('Kept'));
  await expect(app.saved).toBeVisible();
  // A browser whose observer of sizes is broken: the canvas cannot do without.
  const broken = await page.addInitScript(() => {
    globalThis.ResizeObserver.prototype.observe = () => {
      throw new Error('no sizes here');
    };
  });
  await page.reload();
  const said = page.getByRole('alert');
  await expect(said).toContainText('The page could not be shown: Error: no sizes here. Your work is saved');
  await broken.dispose();
  await said.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByLabel('Project title')).toHaveValue('Kept');
  expect(complaints.filter((text) => !text.includes('no sizes here'))).toEqual([]);
  complaints.length = 0;
});

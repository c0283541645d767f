import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../app';
import { everyScreen } from './screens';
import { faultsOf, unmarkedOf } from './seen';

/** Whose canvas is looked at; on the others it is the same one. */
const withCanvas = ['start', 'problem'];

/**
 * What axe finds, a line for each rule: by every rule, in what this screen alone shows. Behind a dialog lies a screen that was
 * looked at before, and which cannot be reached.
 */
async function violations(page: Page, name: string): Promise<string[]> {
  // In the page itself: else a second page is opened for every look.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (await page.getByRole('dialog').isVisible()) axe.include('[role=dialog]');
  else if (!withCanvas.includes(name)) axe.exclude('.react-flow__nodes');
  const found = await axe.analyze();
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' | ')}`);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('every screen in English, in the light: axe, targets of 24 pixels, and what is chosen seen in the colours of the system', async ({
  page,
}) => {
  test.slow();
  await everyScreen(page, 'en', ['palette', 'inspector'], async (name) => {
    expect.soft(await violations(page, name), name).toEqual([]);
    expect.soft(await faultsOf(page, 24), name).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect.soft(await unmarkedOf(page), `${name}, colours of the system`).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

test.describe('on a phone', () => {
  test.use({
    locale: 'ko-KR',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  test('every screen in Korean, in the dark: axe, targets of 44 pixels, nothing wider than the screen', async ({
    page,
  }) => {
    test.slow();
    await everyScreen(page, 'ko', [], async (name) => {
      expect.soft(await violations(page, name), name).toEqual([]);
      expect.soft(await faultsOf(page, 44), name).toEqual([]);
      expect.soft(await page.evaluate(() => document.scrollingElement!.scrollWidth), name).toBe(390);
    });
  });
});

/** A screen of 1440×900 at 200 and 400 %, in CSS pixels. */
const enlarged = { '200 %': { width: 720, height: 450 }, '400 %': { width: 360, height: 225 } } as const;

test('enlarged to 200 and 400 % nothing is cut off, and no control lies over another', async ({ app, page }) => {
  test.slow();
  await page.setViewportSize(enlarged['400 %']);
  await everyScreen(page, 'en', [], async (name) => {
    for (const [zoom, size] of Object.entries(enlarged)) {
      await page.setViewportSize(size);
      // The page is laid out anew within two frames.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect.soft(await faultsOf(page, 24), `${name} at ${zoom}`).toEqual([]);
      if (!(await page.getByRole('dialog').isVisible()))
        await expect.soft(app.button('Train'), `${name} at ${zoom}`).toBeInViewport({ ratio: 0.99 });
    }
  });
});

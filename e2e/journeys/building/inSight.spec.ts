import type { Page } from '@playwright/test';
import { expect, test } from '../app';

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Where the bricks are drawn, and what lies over the canvas. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const boxes = (selector: string) =>
      Array.from(document.querySelectorAll(selector))
        .filter((element) => element.checkVisibility())
        .map((element): Box => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return [left, top, right, bottom];
        });
    const canvas = document.querySelector('.react-flow')!.getBoundingClientRect();
    return {
      bricks: boxes('.react-flow__node svg'),
      over: [...boxes('.react-flow__minimap, .react-flow__panel'), ...boxes('button[aria-expanded][data-side]')],
      canvas: [canvas.left, canvas.top, canvas.right, canvas.bottom] as Box,
    };
  });

const apart = (one: Box, other: Box) =>
  one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];

for (const template of ['transfer', 'residual', 'digits']) {
  test(`${template}: what is fitted into the canvas lies under nothing, with and without a panel`, async ({
    app,
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await app.open(`/?template=${template}`);
      for (const panel of [false, true]) {
        if (panel) await app.openTraining();
        // A model for photos begins with asking for them.
        else if (template === 'transfer') {
          await expect(app.training).toBeVisible();
          await app.training.getByRole('button', { name: 'Close', exact: true }).click();
          await expect(app.training).toBeHidden();
        }
        await expect(async () => {
          await app.canvas.getByRole('button', { name: 'Fit to view' }).click();
          const { bricks, over, canvas } = await drawn(page);
          expect(bricks.length).toBeGreaterThan(2);
          expect(over.length).toBeGreaterThan(2);
          const hidden = bricks.filter((brick) => over.some((each) => !apart(brick, each)));
          expect(hidden, `${width}×${height}, panel ${panel}`).toEqual([]);
          const outside = bricks.filter(
            ([left, top, right, bottom]) =>
              left < canvas[0] || top < canvas[1] || right > canvas[2] || bottom > canvas[3],
          );
          expect(outside).toEqual([]);
        }).toPass({ timeout: 10_000 });
      }
    }
  });
}

import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** The sizes and themes that every screen is looked at in. */
export const looks = [1440, 1024].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, height: width === 1440 ? 900 : 768, theme })),
);

/** Waits until nothing moves: fonts loaded, animations over. Progress bars without an end go on for ever. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** What leaves its place on the page as it is now, a line for each element. */
const misplaced = (page: Page): Promise<string[]> =>
  page.locator('body *:visible').evaluateAll((elements) => [
    ...new Set(
      elements.flatMap((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const wide = element.scrollWidth > element.clientWidth + 1;
        const said = [
          wide && (overflowX === 'auto' || overflowX === 'scroll') ? 'scrolls sideways' : '',
          wide && textOverflow === 'ellipsis' ? 'cut off' : '',
          element.tagName === 'BUTTON' && element.getBoundingClientRect().right > innerWidth + 1 ? 'out of sight' : '',
        ];
        const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
        return said.filter(Boolean).map((what) => `${what}: ${element.tagName.toLowerCase()} “${name}”`);
      }),
    ),
  ]);

/** What axe finds on the page, one line for each rule. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`).join(' | ')}`,
  );
}

/** Takes the page as it is in every look, `NAME-LANGUAGE-THEME-WIDTH.png`, and says what axe finds and what leaves its place. */
export async function shootLooks(
  page: Page,
  folder: string,
  name: string,
  language: string,
  axe: boolean,
): Promise<void> {
  for (const { width, height, theme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await settle(page);
    const full = `${name}-${language}-${theme}-${width}`;
    await page.screenshot({ path: join(folder, `${full}.png`) });
    const found = [...(await misplaced(page)), ...(axe ? await violations(page) : [])];
    console.log([full, ...found].join('\n  '));
  }
}

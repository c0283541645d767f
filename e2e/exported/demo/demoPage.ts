import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, chromium } from 'playwright';
import { browserPath, webgpuFlags } from '../../browser';

/** What a page says: classes from the best on, or numbers, of each output. */
export type Said = readonly (readonly { readonly name: string; readonly value: number }[])[];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(),
    args: [...webgpuFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });

/** Opens a page and collects what goes wrong on it. */
export async function opened(browser: Browser, address: string): Promise<{ page: Page; troubles: string[] }> {
  const page = await (await browser.newContext({ permissions: ['camera'] })).newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(address);
  await page.locator('#fields > *').first().waitFor({ timeout: 60_000 });
  return { page, troubles };
}

/** What stands on the page when it has settled. */
export async function saidBy(page: Page): Promise<Said> {
  await page.locator('.output').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(600);
  return page.locator('.output').evaluateAll((outputs) =>
    outputs.map((output) =>
      [...output.querySelectorAll('li')].map((item) => ({
        name: item.querySelector('.name')?.textContent ?? '',
        value: Number(item.querySelector('data')?.value),
      })),
    ),
  );
}

/** Every way to give a picture besides a file, where the page has it: it must give an answer, too. */
export async function otherWays(page: Page): Promise<string> {
  const done: string[] = [];
  const pad = page.locator('canvas.pad');
  if ((await pad.count()) > 0) {
    await page.getByLabel(/^(Draw|그리기)$/).check();
    const { x, y, width } = (await pad.boundingBox())!;
    await page.mouse.move(x + width * 0.5, y + width * 0.2);
    await page.mouse.down();
    for (let step = 3; step <= 8; step++) await page.mouse.move(x + width * 0.5, y + (width * step) / 10);
    await page.mouse.up();
    const [first] = await saidBy(page);
    done.push(`drawn: ${first![0]!.name}`);
  }
  const camera = page.getByLabel(/^(Camera|카메라)$/);
  if ((await camera.count()) > 0) {
    await camera.check();
    await page.locator('.way:visible button').click();
    const [first] = await saidBy(page);
    done.push(`camera: ${first![0]!.name}`);
  }
  return done.join(', ');
}

/** Pictures of the page in two widths and two themes; and what axe and the width find wrong. */
export async function looked(page: Page, name: string, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1440, 390]) {
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${width} ${theme} ${id}: ${nodes[0]?.html ?? ''}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (wide) found.push(`${width} ${theme}: wider than the screen`);
    }
  }
  return found;
}

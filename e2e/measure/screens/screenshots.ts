/** `npx tsx e2e/measure/screens/screenshots.ts FOLDER`: every screen as a PNG, trained on a few epochs of the real digits. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { withPage } from '../openPage';
import { trainDigits } from '../trainDigits';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npx tsx e2e/measure/screens/screenshots.ts FOLDER');
mkdirSync(folder, { recursive: true });

/** Waits until nothing moves: backend found, fonts loaded, animations over. */
async function settle(page: Page): Promise<void> {
  await page.locator('footer [data-backend]').waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

await withPage(async ({ open }) => {
  const shoot = async (page: Page, name: string) => {
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(name);
  };
  const item = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}, `) });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  const page = await open();
  await item(page, 'conv2d').click();
  await shoot(page, 'start');
  await button(page, 'Templates').click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'gallery');
  await page.keyboard.press('Escape');
  await button(page, 'Code').click();
  await page.getByRole('region', { name: 'Code' }).waitFor();
  await shoot(page, 'code');
  await button(page, 'Code').click();
  await trainDigits(page, { epochs: 3, during: async () => shoot(page, 'training') });
  await shoot(page, 'results');
  await button(page, 'Predict').click();
  await page.getByRole('tab', { name: 'Samples' }).click();
  await page.getByRole('region', { name: 'Prediction' }).getByRole('listitem').first().waitFor();
  await shoot(page, 'prediction');
  await button(page, 'Predict').click();
  await item(page, 'flatten').click();
  await page.keyboard.press('Delete');
  await shoot(page, 'error');
  await page.context().close();

  for (const [name, path, options] of [
    ['vgg16', '/?template=vgg16', {}],
    ['vgg16-dark', '/?template=vgg16', { colorScheme: 'dark' }],
    ['dark', '/', { colorScheme: 'dark' }],
    ['korean', '/', { locale: 'ko-KR' }],
    ['small', '/', { viewport: { width: 1024, height: 768 } }],
    ['small-vgg16', '/?template=vgg16', { viewport: { width: 1024, height: 768 } }],
  ] as const) {
    const other = await open(path, options);
    await other.getByRole('button', { name: /^(conv2d|block1), / }).waitFor();
    await shoot(other, name);
    await other.context().close();
  }
});

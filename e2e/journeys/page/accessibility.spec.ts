import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { commandTexts } from '../../../src/i18n/commands';
import { expect, test } from '../app';

/** What axe finds, a line for each rule; by all rules unless told. */
async function violations(page: Page, part = 'html', rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part);
  const found = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' | ')}`);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing on VGG16, light and dark', async ({ app, page }) => {
  await app.open('/?template=vgg16');
  await expect(app.item('block5_pool')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'html', ['color-contrast'])).toEqual([]);
});

test.describe('small, dark and Korean', () => {
  test.use({
    colorScheme: 'dark',
    locale: 'ko-KR',
    viewport: { width: 1024, height: 768 },
  });

  test('axe finds nothing on the dialogs of transfer learning', async ({ page }) => {
    await page.goto('/?template=digits-transfer');
    await expect(page.getByLabel(/^backbone, /).first()).toBeVisible();
    const dialog = page.getByRole('dialog');
    for (const id of ['weights', 'photos', 'swapHead', 'fineTune', 'compare', 'exportModel'] as const) {
      const name = commandTexts[id].ko;
      await page.keyboard.press('ControlOrMeta+k');
      await dialog.getByRole('combobox').fill(name);
      await dialog.getByRole('option', { name }).first().click();
      await expect(dialog.getByRole('heading', { level: 2 })).toBeVisible();
      expect(await violations(page, '[role=dialog]'), id).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { commandTexts } from '../../../src/i18n/commands';
import type { App } from '../app';
import { expect, test } from '../app';

/** Those of a visit one after the other: Escape closes a dialog, a panel takes the place of the one before. */
const visits: readonly Readonly<Record<string, (app: App) => Promise<void>>>[] = [
  {
    start: async () => {},
    help: async (app) => {
      await app.palette.getByRole('button', { name: 'Conv2D', exact: true }).focus();
      await app.page.keyboard.press('F1');
      await expect(app.page.getByRole('dialog')).toContainText('Number of parameters');
    },
    gallery: async (app) => {
      await app.button('Templates').click();
      await expect(app.page.getByRole('dialog')).toContainText('VGG16');
    },
    export: async (app) => {
      await app.command('Export…');
      await expect(app.page.getByRole('treeitem', { name: /^README\.md/ })).toBeVisible();
    },
    problem: async (app) => {
      await app.item('flatten').click();
      await app.page.keyboard.press('Delete');
      await app.page.getByRole('button', { name: /^1 problem/ }).click();
      await expect(app.problems).toBeVisible();
    },
    VGG16: async (app) => {
      await app.open('/?template=vgg16');
      await expect(app.item('block5_pool')).toBeVisible();
    },
  },
  {
    selection: async (app) => app.item('conv2d').click(),
    training: async (app) => app.openTraining(),
    prediction: async (app) => {
      await app.button('Predict').click();
      await expect(app.prediction).toBeVisible();
    },
    code: async (app) => {
      await app.button('Code').click();
      await expect(app.page.getByRole('region', { name: 'Code' }).locator('code')).toContainText('conv2d');
    },
    notebook: async (app) => {
      await app.page.getByRole('tab', { name: 'Notebook' }).click();
      await expect(app.page.getByRole('img', { name: 'The model as an image' })).toBeVisible();
    },
  },
];

/** What axe finds, a line for each rule; by all rules unless told. */
async function violations(page: Page, part = 'html', rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part);
  const found = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' | ')}`);
}

test.describe('light and dark', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  for (const screens of visits)
    test(`axe finds nothing on ${Object.keys(screens).join(', ')}`, async ({ app, page }) => {
      test.slow();
      await app.open();
      await expect(app.item('conv2d')).toBeVisible();
      for (const [name, show] of Object.entries(screens)) {
        await page.emulateMedia({ colorScheme: 'light' });
        await show(app);
        expect(await violations(page), name).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        // All else is the same in the dark.
        expect(await violations(page, 'html', ['color-contrast']), name).toEqual([]);
        if (!(await page.getByRole('dialog').isVisible())) continue;
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
    });
});

test.describe('small, dark and Korean', () => {
  test.use({
    colorScheme: 'dark',
    locale: 'ko-KR',
    viewport: { width: 1024, height: 768 },
    contextOptions: { reducedMotion: 'reduce' },
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

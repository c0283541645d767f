import { type Page, expect } from '@playwright/test';
import type { CommandId } from '../../../src/editor/commands/commandId';
import type { Language } from '../../../src/i18n/words';
import { commandTexts } from '../../../src/i18n/commands';
import { importCodeWords } from '../../../src/i18n/panels/importCode';

/** Shows one screen of the page; the one before is closed. */
type Show = (page: Page, language: Language) => Promise<void>;

/** Runs a command by its name, as a person does. */
async function command(page: Page, id: CommandId, language: Language): Promise<void> {
  const name = commandTexts[id][language];
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(name);
  await palette.getByRole('option').first().click();
}

const dialog =
  (id: CommandId, ready?: (page: Page, language: Language) => Promise<void>): Show =>
  async (page, language) => {
    await command(page, id, language);
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).first()).toBeVisible();
    await ready?.(page, language);
  };

const panel =
  (id: CommandId, ready?: (page: Page) => Promise<void>): Show =>
  async (page, language) => {
    await command(page, id, language);
    await expect(page.locator('[data-panel]')).toBeVisible();
    await ready?.(page);
  };

const brick = (page: Page, name: string) => page.locator('[data-canvas]').getByLabel(new RegExp(`^${name}, `));

/** Code of which much is assumed or left out: what became of it is a report of its own. */
const report = [
  'from keras import layers, models',
  'model = models.Sequential([layers.Input((4,)), layers.Dense(2)])',
].join('\n');

/** Every screen and dialog, in the order of one visit; Escape closes a dialog, a panel takes the place of the one before. */
export const screens: Readonly<Record<string, Show>> = {
  start: async (page) => expect(brick(page, 'predictions')).toBeVisible(),
  commands: async (page) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  },
  gallery: dialog('templates', (page) => expect(page.getByRole('dialog')).toContainText('VGG16')),
  export: dialog('exportModel', (page) => expect(page.getByRole('treeitem', { name: /^README\.md/ })).toBeVisible()),
  import: dialog('importCode', async (page, language) => {
    await page.getByRole('dialog').getByRole('textbox').fill(report);
    await expect(page.getByRole('dialog').getByText(importCodeWords[language].open)).toBeVisible();
  }),
  photos: dialog('photos'),
  poster: dialog('savePicture', (page) => expect(page.getByRole('dialog').locator('svg').first()).toBeVisible()),
  projects: dialog('projects'),
  share: dialog('share'),
  weights: dialog('weights'),
  'new head': dialog('swapHead'),
  'fine-tuning': dialog('fineTune'),
  comparison: dialog('compare'),
  'saved model': dialog('saveModel'),
  'opened model': dialog('openModel'),
  shortcuts: dialog('shortcuts'),
  help: async (page, language) => {
    await command(page, 'toCanvas', language);
    await expect(page.locator('[data-canvas] button:focus')).toHaveCount(1);
    await page.keyboard.press('Home');
    await expect(brick(page, 'digit')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(brick(page, 'conv2d')).toBeFocused();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toContainText('Conv2D');
  },
  // Sheets where there is no room for them beside the canvas.
  palette: async (page, language) => {
    await command(page, 'palette', language);
    await expect(page.locator('[data-palette]')).toBeVisible();
  },
  inspector: async (page, language) => {
    await command(page, 'inspector', language);
    await expect(page.locator('[data-inspector]')).toBeVisible();
  },
  training: panel('training'),
  prediction: panel('predict'),
  code: panel('code', (page) => expect(page.locator('[data-panel] code').first()).toContainText('conv2d')),
  notebook: async (page) => {
    await page
      .locator('[data-panel]')
      .getByRole('tab', { name: /Notebook|노트북/ })
      .click();
    await expect(page.locator('[data-panel]').getByRole('img')).toBeVisible();
  },
  summary: panel('summaryTable'),
  // Last: the model is broken after it.
  problem: async (page, language) => {
    // Without a panel, which takes the place of the canvas on a small screen.
    await command(page, 'summaryTable', language);
    await expect(page.locator('[data-panel]')).toBeHidden();
    await command(page, 'toCanvas', language);
    await expect(page.locator('[data-canvas] button:focus')).toHaveCount(1);
    await page.keyboard.press('End');
    await expect(brick(page, 'predictions')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(brick(page, 'flatten')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(brick(page, 'flatten')).toBeHidden();
    await panel('problems')(page, language);
    await expect(
      page
        .locator('[data-panel]')
        .getByRole('button', { name: /Flatten/ })
        .first(),
    ).toBeVisible();
  },
};

/** Shows every screen but those left out in one visit, and looks at each. */
export async function everyScreen(
  page: Page,
  language: Language,
  left: readonly string[],
  look: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto('/');
  for (const [name, show] of Object.entries(screens)) {
    if (left.includes(name)) continue;
    await show(page, language);
    await look(name);
    if (!(await page.getByRole('dialog').isVisible())) continue;
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}

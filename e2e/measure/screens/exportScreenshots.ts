/** `npx tsx e2e/measure/screens/exportScreenshots.ts FOLDER [WIDTH]`: the export dialog's states in three sizes, light and dark, English and Korean; says what axe finds. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { commandTexts } from '../../../src/i18n/commands';
import { withPage } from '../openPage';
import { settle } from './looks';

const [folder, only] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npx tsx e2e/measure/screens/exportScreenshots.ts FOLDER [WIDTH]');
mkdirSync(folder, { recursive: true });

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
].filter(({ width }) => only === undefined || width === Number(only));
const languages = { en: 'en-US', ko: 'ko-KR' } as const;

/** What is looked at: a template, a target, and a file of it; `bare`: without the weights, which are not here. */
const states = [
  { name: 'typescript', template: 'digits', target: 'TypeScript', file: null },
  { name: 'keras', template: 'digits', target: 'Keras', file: /^train\.py/ },
  { name: 'binary', template: 'digits', target: 'Keras', file: /^data\.npz/ },
  { name: 'notebook', template: 'digits', target: 'Notebook', file: null },
  { name: 'refused', template: 'digits', target: 'ONNX', file: null },
  { name: 'missing', template: 'transfer', target: 'PyTorch', file: null },
  { name: 'photos', template: 'transfer', target: 'Keras', file: /^README\.md/, bare: true },
] as const;

async function openExport(page: Page, language: keyof typeof languages): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('ControlOrMeta+k');
  await dialog.getByRole('combobox').fill(commandTexts.exportModel[language]);
  await dialog.getByRole('option', { name: commandTexts.exportModel[language] }).first().click();
  await dialog.getByRole('radio').first().waitFor({ state: 'attached' });
}

await withPage(async ({ open }) => {
  for (const language of ['en', 'ko'] as const) {
    for (const { name, template, target, file, ...more } of states) {
      const page = await open(`/?template=${template}`, { locale: languages[language], reducedMotion: 'reduce' });
      await page.locator('footer [data-backend]').waitFor();
      await openExport(page, language);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: target, exact: true }).check();
      if ('bare' in more) await dialog.getByRole('checkbox').first().uncheck();
      await dialog.getByRole('treeitem').first().or(dialog.getByRole('alert')).waitFor();
      if (file !== null) await dialog.getByRole('treeitem', { name: file }).click();
      for (const { width, height } of sizes) {
        await page.setViewportSize({ width, height });
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await settle(page);
          const full = `${name}-${language}-${theme}-${width}`;
          await page.screenshot({ path: join(folder, `${full}.png`) });
          const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
          );
          console.log([full, ...found].join('\n  '));
        }
      }
      await page.context().close();
    }
  }
});

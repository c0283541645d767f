import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { commandTexts } from '../../../src/i18n/commands';
import { importCodeWords } from '../../../src/i18n/panels/importCode';
import { type Dropped, drop } from '../drop';
import { anySize } from '../anySize';
import { expect, test } from '../app';

const words = importCodeWords.ko;
const desktop = { width: 1024, height: 768 };
const phone = { width: 390, height: 844 };

/** What axe finds in the dialog that is open, on a desktop and a phone, light and dark; and whether it is wider than the screen. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  const look = async (screen: typeof phone, colorScheme: 'light' | 'dark', rules: readonly string[] = []) => {
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).include('[role=dialog]');
    const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
    found.push(...violations.map(({ id, nodes }) => `${screen.width} ${colorScheme} ${id}: ${nodes[0]?.html}`));
    const box = (await page.getByRole('dialog').boundingBox())!;
    if (box.x < 0 || box.x + box.width > screen.width) found.push(`${screen.width}: ${box.x} + ${box.width}`);
  };
  await look(desktop, 'light', ['color-contrast']);
  await look(desktop, 'dark');
  await look(phone, 'dark', ['color-contrast', 'target-size']);
  await look(phone, 'light');
  return found;
}

const code = (...lines: readonly string[]) => ['import keras', 'from keras import layers', ...lines].join('\n');
const unknownLayer = code(
  'x = keras.Input((4,))',
  'y = layers.Dense(6, name="first")(x)',
  'y = layers.MyOwn(units=5, name="mine")(y)',
  'model = keras.Model(x, layers.Dense(2, name="last")(y), name="kept")',
);
const file = (name: string, content: string | Buffer): Dropped => ({ name, bytes: [...Buffer.from(content)] });
const published = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/pytorch.bin')).toString()) as Readonly<
  Record<string, { readonly weights: string }>
>;

test.use({ locale: 'ko-KR', viewport: desktop });

test('axe finds nothing on what importing asks and tells, in Korean, on a desktop and a phone', async ({ page }) => {
  await page.goto('/');
  const canvas = page.getByRole('main');
  await expect(page.getByLabel(/^conv2d, /).first()).toBeVisible();
  const dialog = page.getByRole('dialog');
  const close = async () => {
    await page.setViewportSize(desktop);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  await drop(canvas, [file('any_size.json', JSON.stringify(anySize))]);
  await expect(dialog.getByRole('heading', { name: words.askTitle })).toBeVisible();
  expect(await faults(page), 'question').toEqual([]);
  await dialog.getByRole('textbox').fill('x');
  expect(await faults(page), 'question, answered wrongly').toEqual([]);
  await close();

  await page.keyboard.press('ControlOrMeta+k');
  await dialog.getByRole('combobox').fill(commandTexts.importCode.ko);
  await dialog.getByRole('option', { name: commandTexts.importCode.ko }).first().click();
  const text = dialog.getByRole('textbox', { name: words.code });
  const typed = async (what: string, content: string, shown: string | RegExp) => {
    await text.fill(content);
    await expect(dialog.getByRole('status').getByText(shown).first()).toBeVisible();
    expect(await faults(page), what).toEqual([]);
  };
  await typed('error', code('model = keras.Sequential([layers.Dense(3)'), 'Dense(3)');
  const open = code('x = keras.Input((None, None, 3))', 'model = keras.Model(x, layers.Flatten()(x))');
  await typed('size', open, /크기를 알려 주세요/);
  const value = code('units = int(input())', 'model = keras.Sequential([keras.Input((3,)), layers.Dense(units)])');
  await typed('value', value, /값을 적어 주세요/);
  await typed('preview', unknownLayer, words.notes);
  await dialog.getByRole('button', { name: words.open }).click();
  await page.getByRole('button', { name: words.showReport }).click();
  await expect(dialog.getByRole('heading', { name: words.report })).toBeVisible();
  expect(await faults(page), 'report').toEqual([]);
  await close();

  await drop(canvas, [file('lenet.pt', Buffer.from(published['lenet_module']!.weights, 'base64'))]);
  await expect(dialog.getByRole('alert')).toContainText('가중치가 캔버스의 모델과 맞지 않아요');
  expect(await faults(page), 'weights of PyTorch').toEqual([]);
});

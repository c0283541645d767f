import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../app';

const lit = '.cm-lit';
const fault = '.cm-fault';

async function openKeras(app: App, page: Page) {
  await app.open();
  await app.button('Code').click();
  const panel = page.getByRole('region', { name: 'Code' });
  await panel.getByRole('tab', { name: 'Keras', exact: true }).click();
  const editor = panel.getByRole('textbox', { name: 'Keras code' });
  await expect(editor).toBeVisible();
  /** The line that has these words in it. */
  const line = (words: string) => editor.locator('.cm-line').filter({ hasText: words });
  return { panel, editor, line };
}

/** Puts the cursor behind some words of a line, with the pointer and keys that a person uses. */
async function cursorBehind(page: Page, line: ReturnType<Page['locator']>, words: string) {
  await line.click();
  await page.keyboard.press('Home');
  const text = (await line.textContent())!;
  // Home goes to the first letter; once more to the edge.
  const from = text.length - text.trimStart().length;
  for (let at = from; at < text.indexOf(words) + words.length; at++) await page.keyboard.press('ArrowRight');
}

test('Keras code is edited beside the canvas: the towers follow, and one undo takes it back', async ({ app, page }) => {
  const { editor, line } = await openKeras(app, page);
  await cursorBehind(page, line('name="conv2d")'), 'Conv2D(8');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('16');
  await expect(app.item('conv2d')).toContainText('16');
  await expect(app.inspector.getByLabel('filters', { exact: true })).toHaveValue('16');

  await line('name="flatten"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x = layers.Dense(32, activation="relu")(x)');
  await expect(app.item('dense')).toBeVisible();
  await expect(app.item('dense')).toContainText('32');

  await app.clearSelection();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.item('dense')).toBeHidden();
  await expect(editor).not.toContainText('Dense(32');
  await expect(editor).toContainText('Conv2D(16,');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).toContainText('Conv2D(8,');
});

test('a run trains on while the code is edited: the panel opens again with the text as it was typed, and undo brings it back', async ({
  app,
  page,
}) => {
  const { editor, line } = await openKeras(app, page);
  const shown = async () => (await editor.locator('.cm-line').allTextContents()).join('\n');
  await line('name="flatten"').click();
  await page.keyboard.press('End');
  await page.keyboard.type('  # as one row');
  const typed = await shown();
  await app.button('Train').click();
  await expect(app.button('Stop')).toBeEnabled();
  await expect(editor).toBeHidden();
  await app.button('Code').click();
  await page.getByRole('tab', { name: 'Keras', exact: true }).click();
  await expect(editor).toContainText('# as one row');
  expect(await shown()).toBe(typed);

  await cursorBehind(page, line('name="conv2d")'), 'Conv2D(8');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('16');
  await expect(app.item('conv2d')).toContainText('16');
  await expect(app.button('Stop')).toBeEnabled();
  // In the editor what was typed is taken back, too.
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.item('conv2d')).toContainText('Conv2D 8');
  await expect.poll(shown).toBe(typed);
  await app.clearSelection();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(shown).toBe(typed);
  await app.button('Stop').click();
  await expect(app.button('Train')).toBeVisible();
});

test('an error is marked in its line; the canvas keeps the last model until it is mended', async ({ app, page }) => {
  const { panel, line } = await openKeras(app, page);
  await line('name="flatten"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await expect(panel.locator(fault)).toHaveText(/layers\.Flatten/);
  await expect(panel.locator('.cm-fault-text')).toContainText('no code that can be read');
  await expect(panel.getByRole('status')).toContainText('no code that can be read');
  await expect(app.item('flatten')).toBeVisible();
  await expect(app.problems).toBeHidden();
  await page.keyboard.type(')');
  await expect(panel.locator(fault)).toBeHidden();
});

test('a brick and its lines are selected together, and a change of the brick is one of its line', async ({
  app,
  page,
}) => {
  const { panel, line } = await openKeras(app, page);
  await app.item('conv2d_1').click();
  await expect(panel.locator(lit)).toHaveText(/name="conv2d_1"/);
  await app.inspector.getByLabel('filters', { exact: true }).fill('24');
  await expect(line('name="conv2d_1"')).toContainText('Conv2D(24,');
  await expect(panel.locator(lit)).toHaveText(/Conv2D\(24,/);
  await line('name="max_pooling2d")').click();
  await expect(app.inspector.getByLabel('Name')).toHaveValue('max_pooling2d');
  await expect(panel.locator(lit)).toHaveText(/name="max_pooling2d"/);
});

test('by keyboard alone, and out again with Escape and Tab', async ({ app, page }) => {
  const { editor, panel } = await openKeras(app, page);
  await panel.getByRole('tab', { name: 'Keras', exact: true }).focus();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    if (await editor.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  const rows = (await editor.locator('.cm-line').allTextContents()).findIndex((row) => row.includes('name="conv2d")'));
  for (let row = 0; row < rows; row++) await page.keyboard.press('ArrowDown');
  await expect(app.inspector.getByLabel('Name')).toHaveValue('conv2d');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x = layers.Dropout(0.25)(x)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(app.item('dropout')).toBeVisible();
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test('in Korean, where half a syllable is not read', async ({ app, page }) => {
  const { panel, editor, line } = await openKeras(app, page);
  await line('name="flatten"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const session = await page.context().newCDPSession(page);
  await page.keyboard.type('# ');
  await session.send('Input.imeSetComposition', { text: 'ㅎ', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '한' });
  await expect(editor).toContainText('# 한');
  await expect(panel.locator(fault)).toBeHidden();
  await app.command('한국어');
  const korean = page.getByRole('region', { name: '코드' });
  await expect(korean.getByRole('textbox', { name: '편집할 수 있는 Keras 코드' })).toBeVisible();
  await expect(korean.getByText('잠시 멈추면')).toBeVisible();
});

test('axe finds nothing on the editor, light and dark', async ({ app, page }) => {
  const { panel, line } = await openKeras(app, page);
  await app.item('conv2d_1').click();
  await expect(panel.locator(lit)).toBeVisible();
  await line('name="flatten"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await expect(panel.locator(fault)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('section[aria-label="Code"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

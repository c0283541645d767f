import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tableDialogWords } from '../../../src/i18n/tables/tableDialog';
import { expect, test } from '../app';
import { type Dropped, drop } from '../drop';

/** Passengers: who they are decides, half of what is said of them is missing. */
const passengers = Array.from({ length: 240 }, (_, at) => {
  const [sex, lives] = (at * 7) % 3 === 0 ? ['male', at % 11 === 0 ? 1 : 0] : ['female', at % 13 === 0 ? 0 : 1];
  const age = at % 5 === 0 ? '' : String(1 + ((at * 37) % 80));
  return [at + 1, lives, `"Doe, ${sex} ${at}"`, sex, age, ((at * 53) % 5000) / 10, at % 3 ? 'S' : 'C'].join();
});
const csv = ['PassengerId,Survived,Name,Sex,Age,Fare,Embarked', ...passengers].join('\n');
const file = (name: string, text: string): Dropped => ({ name, bytes: [...Buffer.from(text)] });

test('a mixed table with holes is looked at, trains at once with a model made for it, and predicts a row typed in', async ({
  app,
  page,
}) => {
  await app.open();
  await drop(app.canvas, [file('titanic.csv', csv)]);
  const dialog = page.getByRole('dialog', { name: 'Table: titanic.csv' });
  await expect(dialog.getByLabel('Target')).toHaveValue('1');
  await expect(dialog.getByLabel('What PassengerId is')).toHaveValue('identifier');
  await expect(dialog.getByLabel('What Name is')).toHaveValue('text');
  await expect(dialog).toContainText('Column Age: 48 cells missing, first in line 2: fill with the median.');
  await dialog.getByLabel('48 missing values in Age').selectOption('mean');
  await expect(dialog).toContainText('first in line 2: fill with the mean.');
  // Who is asked for another target sees at once that no class is left.
  await dialog.getByLabel('What Embarked is').selectOption('ignore');
  await expect(dialog.getByLabel('Rows are divided')).toHaveValue('stratified');
  await expect(dialog).toContainText('About 168 rows for training, 36 for validation, 36 for the test.');
  await dialog.getByRole('button', { name: 'Use it with a new model' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Project title')).toHaveValue('titanic');
  await expect(app.training).toContainText('168 training, 36 validation');
  // One step takes the new model back, and forth again.
  await app.command('Undo');
  await expect(page.getByLabel('Project title')).toHaveValue('Digits CNN');
  await expect(app.item('conv2d')).toBeVisible();
  await app.command('Redo');
  await expect(page.getByLabel('Project title')).toHaveValue('titanic');
  await app.button('Train').click();
  await expect(app.training.getByText('Training has finished.')).toBeVisible({ timeout: 90_000 });
  // The threshold between no and yes is moved by keys, and the matrix follows.
  await app.training.getByRole('tab', { name: 'Results' }).click();
  const matrix = app.training.getByRole('table', { name: /^Confusion matrix/ });
  const threshold = app.training.getByRole('slider', { name: 'Predict “1” above' });
  await expect(app.training).toContainText(/“1”: precision \d\.\d{3}, recall \d\.\d{3}, F1 \d\.\d{3}/);
  await threshold.press('End');
  await expect(threshold).toHaveValue('0.99');
  await expect(matrix.getByRole('button', { name: /^true 1, predicted 0: / })).toBeVisible();
  await threshold.press('Home');
  await expect(matrix.getByRole('button', { name: /^true 0, predicted 1: / })).toBeVisible();
  await matrix.getByRole('button', { name: /^true 1, predicted 1: / }).click();
  const opened = app.training.getByRole('region', { name: /of “1”, recognised/ });
  await expect(opened.getByRole('listitem').first()).toContainText(/line \d+Sex (fe)?male/);
  await app.training.getByRole('button', { name: 'Back to 0.5' }).click();
  await app.training.getByText('Curves: ROC').click();
  await expect(app.training.getByRole('row', { name: /^AUC \d\.\d{3} \d\.\d{3} – \d\.\d{3} 0\.500$/ })).toBeVisible();
  await expect(app.training.getByRole('figure').filter({ hasText: 'Calibration' })).toBeVisible();
  await app.training.getByText('Beside a linear model').click();
  await app.training.getByRole('button', { name: 'Compare' }).click();
  const linear = app.training.getByRole('table', { name: 'Beside a linear model' });
  await expect(linear.getByRole('row', { name: /^accuracy 0\.\d{3} 0\.\d{3} 0\.\d{3} – \d\.\d{3}$/ })).toBeVisible();
  await app.training.getByText('Which columns matter').click();
  await app.training.getByRole('button', { name: 'Find out' }).click();
  await expect(app.training.getByRole('row', { name: /^Sex 0\.\d{3} ± 0\.\d{3}$/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[data-panel]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  // The test is used once, by its button; what it says stays.
  const aside = app.training.getByRole('region', { name: 'Test', exact: true });
  await expect(aside).toContainText('36 samples are set aside');
  await aside.getByRole('button', { name: 'Use the test now' }).click();
  await expect(app.training).toContainText(/Test: loss \d\.\d+, accuracy \d+/);
  await expect(aside).toBeHidden();
  await app.button('Predict').click();
  const sex = app.prediction.getByLabel('Value of Sex');
  await app.prediction.getByLabel('Value of Age').fill('');
  await sex.selectOption('female');
  const first = app.prediction.getByRole('listitem').first();
  await expect(first).toContainText('1');
  await sex.selectOption('male');
  await expect(first).toContainText('0');
  await expect(app.prediction.getByLabel(/Value of/)).toHaveCount(3);
});

const words = tableDialogWords.ko;
const screens = [
  [{ width: 1024, height: 768 }, 'light'],
  [{ width: 390, height: 844 }, 'dark'],
] as const;

async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [screen, colorScheme] of screens) {
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    found.push(...violations.map(({ id, nodes }) => `${screen.width} ${colorScheme} ${id}: ${nodes[0]?.html}`));
    const wide = await page.getByRole('dialog').evaluate((element) => element.scrollWidth - element.clientWidth);
    if (wide > 0) found.push(`${screen.width}: ${wide} too wide`);
  }
  return found;
}

test.describe('in Korean', () => {
  test.use({ locale: 'ko-KR', viewport: screens[0][0] });

  test('a table is pasted, read anew as it is said, and taken by the keys; axe finds nothing', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByLabel(/^conv2d, /).first()).toBeVisible();
    const text = [
      '넓이;값;등급',
      ...Array.from({ length: 40 }, (_, at) => `${at},5;${at * 2};${at % 2 ? 'a' : 'B'}`),
    ].join('\n');
    await drop(page.getByRole('main'), [file('paste.txt', `${text}\n1;2\n1,5;x;b`)]);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel(words.decimal)).toHaveValue(',');
    await expect(dialog.getByLabel(words.separator)).toHaveValue(';');
    await expect(dialog).toContainText('열 수가 다른 행이 1개 있어요');
    await expect(dialog).toContainText('43번째 줄의 “x”');
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize(screens[0][0]);
    for (const name of [words.leaveOut, words.oddAsMissing]) {
      await dialog.getByLabel(name).focus();
      await page.keyboard.press('Space');
    }
    await dialog.getByLabel(words.encoding).selectOption('euc-kr');
    await expect(dialog.getByRole('columnheader', { name: '넓이' })).toHaveCount(0);
    await dialog.getByLabel(words.encoding).selectOption('utf-8');
    await expect(dialog.getByRole('columnheader', { name: '넓이' })).toBeVisible();
    for (const name of [words.leaveOut, words.oddAsMissing]) await dialog.getByLabel(name).check();
    await dialog.getByRole('button', { name: words.takeWithModel }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel(/^dense_1, /).first()).toBeVisible();
  });
});

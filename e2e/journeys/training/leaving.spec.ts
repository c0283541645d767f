import { expect, test } from '../app';

test('leaving a project in mid-training asks; it trains on, is said to, comes back with its curve, and stops where nobody answers', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openTraining();
  await app.training.getByLabel('Epochs').fill('200');
  await app.training.getByLabel('Epochs').press('Enter');
  await app.button('Train').click();
  await expect(app.status).toContainText('epoch 1/200', { timeout: 60_000 });
  const title = await page.getByLabel('Project title').inputValue();
  const asked = page.getByRole('dialog', { name: `“${title}” is still training` });
  await app.command('New project');
  await expect(asked).toBeVisible();
  // Nothing opens above a question.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByPlaceholder('Search commands…')).toBeHidden();
  await asked.getByRole('button', { name: 'Keep training' }).click();
  await expect(asked).toBeHidden();
  await expect(app.training.getByText('Press Train to start.', { exact: false })).toBeVisible();
  await expect(app.button('Train')).toBeVisible();
  await expect(page.getByText(`“${title}” is training.`, { exact: false })).toBeVisible();
  await app.command('Projects…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Open ${title}` })
    .click();
  await expect(app.button('Stop')).toBeVisible();
  await expect(app.status).toContainText('/200');
  await app.command('New project');
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(page.getByText(`“${title}” is training.`, { exact: false })).toBeHidden();
});

import { expect, test } from '../app';

test('changes are kept at once: a reload shows the same model', async ({ app, page }) => {
  await app.open();
  await app.item('conv2d').click();
  await app.inspector.getByLabel('filters', { exact: true }).fill('12');
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.item('conv2d')).toHaveAccessibleName('conv2d, Conv2D, output 24×24×12, 312 parameters');
});

test('projects are renamed, duplicated and deleted, and a deleted one comes back', async ({ app, page }) => {
  await app.open();
  await page.getByLabel('Project title').fill('First');
  await page.getByLabel('Project title').press('Enter');
  await app.command('Projects…');
  const dialog = page.getByRole('dialog');
  const rows = dialog.getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await rows
    .first()
    .getByRole('button', { name: /Duplicate/ })
    .click();
  await expect(rows).toHaveCount(2);
  await rows
    .first()
    .getByRole('button', { name: /Delete/ })
    .click();
  await expect(rows).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(rows).toHaveCount(2);
});

test('a second tab on the same project is told, and neither loses work', async ({ app, page, context }) => {
  await app.open();
  await expect(app.saved).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByText(/also open in another tab/)).toBeVisible();
  await expect(page.getByText(/also open in another tab/)).toBeHidden();
  await second.getByRole('button', { name: 'Continue as a copy' }).click();
  await expect(second.getByText(/also open in another tab/)).toBeHidden();
  await app.item('conv2d').click();
  await app.inspector.getByLabel('filters', { exact: true }).fill('9');
  await expect(app.saved).toBeVisible();
  await page.reload();
  await expect(app.item('conv2d')).toHaveAccessibleName(/output 24×24×9/);
});

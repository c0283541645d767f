import type { Page } from '@playwright/test';
import { expect, test } from '../app';

/** Puts something else where this project's model is stored. Text, because tsx gives names to inner functions. */
const damage = (page: Page, title: string) =>
  page.evaluate(`new Promise((done, failed) => {
    const opening = indexedDB.open('deepbrick-projects');
    opening.onerror = failed;
    opening.onsuccess = () => {
      const database = opening.result;
      const change = database.transaction(['entries', 'documents'], 'readwrite');
      const asked = change.objectStore('entries').getAll();
      asked.onsuccess = () => {
        const { id } = asked.result.find((entry) => entry.title === ${JSON.stringify(title)});
        const documents = change.objectStore('documents');
        const before = documents.keyPath === null ? 7 : { [documents.keyPath]: id, nodes: 7 };
        documents.keyPath === null ? documents.put(before, id) : documents.put(before);
      };
      change.onabort = failed;
      change.oncomplete = () => {
        database.close();
        done(undefined);
      };
    };
  })`);

test('a damaged project is listed with why, can be saved and deleted, and the others open', async ({ app, page }) => {
  await app.open();
  await page.getByLabel('Project title').fill('Broken one');
  await page.getByLabel('Project title').press('Enter');
  await expect(app.saved).toBeVisible();
  await app.open('/?template=lenet5');
  await expect(page.getByLabel('Project title')).toHaveValue('LeNet-5');
  await expect(app.saved).toBeVisible();
  await damage(page, 'Broken one');
  await page.reload();
  await expect(page.getByLabel('Project title')).toHaveValue('LeNet-5');

  await app.command('Projects…');
  const dialog = page.getByRole('dialog', { name: 'Projects' });
  const row = dialog.getByRole('listitem').filter({ hasText: 'Broken one' });
  await expect(row).toContainText('cannot be opened');
  await expect(row).toContainText('is damaged: a model was expected');
  const downloading = page.waitForEvent('download');
  await row.getByRole('button', { name: /^Save what there is/ }).click();
  expect((await downloading).suggestedFilename()).toBe('Broken one.json');
  await row.getByRole('button', { name: /^Delete/ }).click();
  await expect(row).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(app.total('total parameters')).toHaveText('61,706');
});

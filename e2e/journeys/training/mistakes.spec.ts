import { documentOf } from '../documents';
import dense from '../../../bricks/core/dense';
import inputImage from '../../../bricks/data/inputImage';
import flatten from '../../../bricks/shape/flatten';
import { expect, test } from '../app';

test('a common mistake is counted and said in both panels, and is gone with its fix', async ({ app, page }) => {
  const document = documentOf('Always 1', (place) => {
    const flat = place(flatten, {}, [place(inputImage, { shape: [28, 28, 1] }, [], 'digit')]);
    place(dense, { units: 1, activation: 'softmax' }, [flat], 'answer');
  });
  await app.open();
  await app.openDocument({ ...document, training: { ...document.training, dataset: 'digits-odd' } });
  const count = page.getByRole('contentinfo').getByRole('button', { name: /^\d+ problems?$/ });
  await expect(count).toHaveText('1 problem');
  await app.openTraining();
  await expect(app.training).toContainText('softmax over one value, which is always 1');
  await count.click();
  await expect(app.problems).toContainText('softmax over one value, which is always 1');
  await app.problems.getByRole('button', { name: 'Set activation to sigmoid' }).click();
  await expect(count).toHaveText('0 problems');
  await app.button('Undo').click();
  await expect(count).toHaveText('1 problem');
  await page.reload();
  await expect(count).toHaveText('1 problem');
});

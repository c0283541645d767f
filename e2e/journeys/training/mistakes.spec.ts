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

test('a model for one’s own photos asks for them', async ({ app, page }) => {
  await app.open('/?template=transfer&alpha=0.25');
  await expect(app.training).toContainText('This model is for photos of your own');
  await expect(app.button('Train')).toHaveAttribute('title', /^This model is for photos of your own/);
  await expect(
    app.training.getByLabel('dataset', { exact: true }).getByRole('option', { name: 'Your photos' }),
  ).toBeAttached();
  await expect(app.training.getByRole('img')).toHaveCount(0);
  await app.training.getByRole('button', { name: 'Bring photos…' }).click();
  await expect(page.getByRole('dialog', { name: 'Photos' })).toBeVisible();
});

test('a learning rate that is far too high is said after the first epoch, and lowered by one click', async ({
  app,
}) => {
  const document = documentOf('Runs away', (place) => {
    const flat = place(flatten, {}, [place(inputImage, { shape: [28, 28, 1] }, [], 'digit')]);
    place(dense, { units: 10, activation: 'softmax' }, [flat], 'answer');
  });
  const optimizer = { name: 'sgd', settings: { learningRate: 1000 } } as const;
  await app.open();
  await app.openDocument({
    ...document,
    training: { ...document.training, optimizer, epochs: 1, batchSize: 100, validationSplit: 0.9 },
  });
  const beside = (await app.button('Predict').boundingBox())!;
  await app.button('Train').click();
  await expect(app.training.getByRole('alert')).toContainText('The learning rate 1000 is probably far too high');
  await expect(app.button('Train')).toBeVisible({ timeout: 60_000 });
  // Nothing moves where one has just clicked.
  expect((await app.button('Predict').boundingBox())!.x).toBe(beside.x);
  const lower = app.training.getByRole('button', { name: 'Set the learning rate to 0.01' });
  await lower.click();
  await expect(lower).toBeHidden();
  await expect(app.training.getByLabel('learningRate', { exact: true })).toHaveValue('0.01');
});

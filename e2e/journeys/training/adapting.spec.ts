import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { library } from '../../../templates/library';
import { arrange } from '../../../src/layout/arrange';
import { shareFragment } from '../../../src/formats/shareLink';
import { chain } from '../../documents/chain';
import { expect, test } from '../app';

/** Digits behind a layer that learns of the data. */
function adapting() {
  const document = chain('Adapting', [
    ['inputImage', 'digit', { shape: [28, 28, 1] }],
    ['normalization', 'normal'],
    ['flatten', 'flat'],
    ['dense', 'out', { units: 10, activation: 'softmax' }],
  ]);
  const training = { ...document.training, dataset: 'digits', epochs: 1, batchSize: 64 };
  return arrange({ ...document, training }, library, 'towers');
}

test('a brick learns mean and variance before the first epoch, keeps them over a reload and takes them along', async ({
  app,
  page,
}) => {
  await app.open(`/${shareFragment(adapting())}`);
  await expect(app.item('normal')).toHaveAccessibleName(/Normalization, output 28×28×1, 3 parameters/);
  await app.button('Train').click();
  await expect(app.training).toContainText('Training has finished.', { timeout: 60_000 });
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  const answers = app.prediction.getByRole('listitem');
  await expect(answers).toHaveCount(5);
  const before = await answers.allTextContents();
  await page.reload();
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  await expect(answers).toHaveText(before);

  await app.button('Code').click();
  const code = page.getByRole('region', { name: 'Code' });
  const downloading = page.waitForEvent('download');
  await code.getByRole('button', { name: /project/i }).click();
  const files = unzipSync(await readFile(await (await downloading).path()));
  const [, weights] = Object.entries(files).find(([path]) => path.endsWith('weights/model.json'))!;
  const told = JSON.parse(new TextDecoder().decode(weights)) as { weightsManifest: { weights: { name: string }[] }[] };
  const names = told.weightsManifest.flatMap(({ weights: own }) => own.map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(['normal/mean', 'normal/variance']));
});

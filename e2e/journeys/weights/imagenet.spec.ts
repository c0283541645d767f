import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../app';

const shared = '../shared/data';
const shards = join(shared, 'weights/mobilenet_v1_0.25_224');

/** What Keras says of these photos (`e2e/keras/outputs/photoAnswers.ts`). */
const answers = [
  ['elephant_keras_docs.jpg', ['African elephant', '46.4 %'], ['tusker', '41.2 %'], ['Indian elephant', '8.1 %']],
  ['coffee.png', ['espresso', '93.4 %']],
] as const;

test('MobileNet from the gallery, with ImageNet’s weights, says what Keras says of a photo', async ({ app, page }) => {
  test.skip(!existsSync(shards), 'needs the shared weights and photos');
  await app.open();
  await app.button('Templates').click();
  const gallery = page.getByRole('dialog');
  await gallery.getByRole('button', { name: 'Open MobileNet as a new project' }).click();
  const open = gallery.getByRole('button', { name: 'Open as a new project' });
  await gallery.getByLabel('weights', { exact: true }).selectOption('imagenet');
  const alpha = gallery.getByLabel('alpha', { exact: true });
  await alpha.fill('0.3');
  await alpha.press('Tab');
  await expect(gallery).toContainText(
    'Keras publishes weights of this architecture for alpha 0.25, 0.5, 0.75, 1; MobileNet has 0.3.',
  );
  await expect(open).toBeDisabled();
  await alpha.fill('0.25');
  await alpha.press('Tab');
  await open.click();
  await expect(gallery).toBeHidden();
  await expect(app.item('input_layer')).toBeVisible();

  await app.command('Predict');
  const photo = app.prediction.getByLabel('Choose an image…', { exact: true });
  await photo.setInputFiles(join(shared, 'photos', answers[0][0]));
  const choosing = page.waitForEvent('filechooser');
  await app.prediction.getByRole('button', { name: 'Choose a file for mobilenet-0.25-224' }).click();
  await (await choosing).setFiles(readdirSync(shards).map((name) => join(shards, name)));
  for (const [name, ...best] of answers) {
    await photo.setInputFiles(join(shared, 'photos', name));
    const said = app.prediction.getByRole('listitem');
    for (const [rank, [label, share]] of best.entries()) {
      await expect(said.nth(rank)).toContainText(label);
      await expect(said.nth(rank)).toContainText(share);
    }
  }
});

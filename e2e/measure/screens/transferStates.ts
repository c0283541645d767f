import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Language } from '../../../src/i18n/words';
import { slowDownloads } from './slowServer';
import { transferPage } from './transferPage';

export interface TransferShots {
  /** A new page with the template for own photos, MobileNet 0.25 and three classes. */
  readonly page: Page;
  readonly language: Language;
  /** Folder of three classes. */
  readonly photos: string;
  /** MobileNet 0.25 at 224 without its top. */
  readonly weights: string;
  /** Files of MobileNet 0.25 at 224 with its top; null: none are there. */
  readonly top: readonly string[] | null;
  shoot(name: string): Promise<void>;
}

const wrong = { name: 'holiday.h5', mimeType: 'application/octet-stream', buffer: Buffer.from('no weights') };

/** Goes through the whole of transfer learning as a person does, and stops at every state to have it taken. */
export async function transferStates({ page, language, photos, weights, top, shoot }: TransferShots): Promise<void> {
  const { words, dialog, button, command, choose, away } = transferPage(page, language);
  const some = ['boats', 'houses', 'trees'].flatMap((scene) =>
    [1, 2, 3].map((at) => join(photos, scene, `${scene}-0${at}.jpg`)),
  );

  await page.locator('footer [data-backend]').waitFor();
  await page
    .getByRole('main')
    .getByLabel(/^mobilenet, /)
    .click();
  await shoot('backbone');

  await command('weights');
  await button(words.weights.downloadOf('vgg16-no-top')).waitFor();
  await shoot('weights');
  const endSlow = await slowDownloads(page);
  await button(words.weights.downloadOf('vgg16-no-top')).click();
  await dialog.getByRole('progressbar').waitFor();
  await page.waitForTimeout(3000);
  await shoot('weights-downloading');
  await dialog.getByRole('progressbar').locator('xpath=..').getByRole('button').click();
  await dialog.getByRole('progressbar').waitFor({ state: 'hidden' });
  await endSlow();
  const chooseFor = (id: string) => button(words.weights.chooseOf(id));
  const all = dialog.locator('section').filter({ has: page.getByRole('heading', { name: 'MobileNet', exact: true }) });
  await all.getByRole('combobox').first().selectOption('0.25');
  await choose(() => chooseFor('mobilenet-0.25-224-no-top').click(), wrong);
  await dialog.getByRole('alert').waitFor();
  await shoot('weights-wrong-file');
  if (top !== null) {
    await choose(() => chooseFor('mobilenet-0.25-224').click(), [...top]);
    await button(words.weights.removeOf('mobilenet-0.25-224')).waitFor();
    await dialog.getByRole('alert').getByRole('button').click();
    await shoot('weights-kept');
  }
  await away();

  await command('photos');
  await dialog.waitFor();
  await shoot('photos-empty');
  await choose(() => button(words.photos.chooseFolder).click(), photos);
  await dialog.getByRole('progressbar').waitFor();
  await page.screenshot();
  await button(words.photos.use).waitFor({ timeout: 0 });
  await dialog.locator('summary').click();
  await shoot('photos-done');
  const tiles = dialog.getByRole('list', { name: words.photos.grid }).getByRole('button');
  await tiles.nth(1).click();
  await tiles.nth(3).click();
  await shoot('photos-selected');
  await button(words.photos.webcamInto('boats')).click();
  await page.waitForTimeout(1500);
  await shoot('photos-camera');
  await button(words.photos.closeCamera).click();
  await button(words.photos.use).click();
  await away();

  await command('swapHead');
  await dialog.waitFor();
  await shoot('swap-head');
  await away();
  await command('fineTune');
  await dialog.waitFor();
  await shoot('fine-tune');
  await away();

  const training = page.getByRole('region', { name: words.training.training, exact: true });
  await command('training');
  await training.waitFor();
  await command('fit');
  await training.getByRole('switch', { name: words.changes.augmentation }).click();
  await training
    .getByRole('list', { name: words.changes.preview })
    .getByRole('listitem')
    .first()
    .waitFor({ timeout: 0 });
  await training.getByRole('list', { name: words.changes.preview }).scrollIntoViewIfNeeded();
  await shoot('augmentation');
  await training.getByRole('switch', { name: words.changes.augmentation }).click();
  await training.getByLabel(words.training.epochs, { exact: true }).fill('5000');
  await button(words.shell.train).click();
  await training.getByRole('alert').waitFor({ timeout: 0 });
  await shoot('missing-weights');
  await choose(
    () =>
      training
        .getByRole('button', { name: words.weights.choose.slice(0, 3) })
        .last()
        .click(),
    weights,
  );
  await page
    .getByText(/\b[1-9]\d+\/5000/)
    .first()
    .waitFor({ timeout: 0 });
  await shoot('training');
  const stop = button(words.shell.stop);
  await stop.click();
  await stop.waitFor({ state: 'hidden', timeout: 0 });
  await training.getByLabel(words.training.epochs, { exact: true }).fill('10');
  await button(words.shell.train).click();
  await stop.waitFor({ timeout: 5000 }).catch(() => undefined);
  await stop.waitFor({ state: 'hidden', timeout: 0 });
  await training.getByRole('tab', { name: words.training.results }).click();
  await shoot('results');
  await training
    .getByRole('table')
    .first()
    .scrollIntoViewIfNeeded()
    .catch(() => undefined);
  await shoot('results-matrix');

  await button(words.shell.predict).click();
  const prediction = page.getByRole('region', { name: words.prediction.prediction, exact: true });
  await prediction.getByRole('tab', { name: words.prediction.photos }).click();
  await choose(() => button(words.prediction.pickPhotos).click(), [...some]);
  await prediction.getByRole('listitem').filter({ hasText: '%' }).nth(2).waitFor({ timeout: 0 });
  await page.waitForTimeout(2000);
  await shoot('predict-photos');
  await prediction.getByRole('tab', { name: words.prediction.image }).click();
  await choose(() => button(words.prediction.pick).click(), some[0]!);
  await prediction.getByRole('tab', { name: words.prediction.heat }).click();
  await prediction.getByRole('slider').waitFor({ timeout: 0 });
  await shoot('heat-map');

  await command('compare');
  await choose(() => button(words.comparison.pick).click(), [some[0]!, some[3]!]);
  await shoot('compare-chosen');
  await dialog.getByRole('button', { name: words.comparison.compare, exact: true }).click();
  await dialog.getByRole('button', { name: words.comparison.saveCsv }).waitFor({ timeout: 0 });
  await dialog.getByRole('button', { name: words.comparison.compare, exact: true }).waitFor({ timeout: 0 });
  await shoot('compare');
  await away();

  await command('saveModel');
  await dialog.waitFor();
  await shoot('save-model');
  await away();
  await command('openModel');
  await choose(() => button(words.saving.choose).click(), wrong);
  await dialog.getByRole('alert').waitFor();
  await shoot('open-wrong-file');
  await away();
}

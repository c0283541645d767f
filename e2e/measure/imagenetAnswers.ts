/**
 * `npx tsx e2e/measure/imagenetAnswers.ts --weights PATH --photos FILE,FILE [--backends webgpu,cpu]`: what MobileNet 0.25 with
 * its top says about photos, through the page, as the gallery's template and as a brick, with the weights of one file
 * or of a folder of shards, which are chosen where the page says that they are missing.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { fileText } from '../../src/formats/file';
import { templateDocument } from '../../src/layout/templateDocument';
import { library } from '../../templates/index';
import mobilenet from '../../templates/architectures/mobilenet';
import { chain } from '../documents/chain';
import { withPage } from './openPage';
import { answers, choose, openDocument } from './pageActions';

const { values } = parseArgs({
  options: {
    weights: { type: 'string' },
    photos: { type: 'string' },
    backends: { type: 'string', default: 'webgpu,cpu' },
  },
});
const { weights, photos, backends } = values;
if (weights === undefined || photos === undefined) throw new Error('--weights and --photos are needed.');
const files = statSync(weights).isDirectory() ? readdirSync(weights).map((name) => join(weights, name)) : weights;
const backbone = { architecture: 'mobilenet', alpha: 0.25, includeTop: true, weights: 'imagenet' };
const brick = chain('MobileNet', [
  ['inputImage', 'photo', { shape: [224, 224, 3] }],
  ['pretrainedBackbone', 'mobilenet', backbone],
]);

const documents = { template: templateDocument(mobilenet, { alpha: 0.25 }, library, 'imagenet'), brick };

async function chosenWhereMissing(page: Page): Promise<void> {
  const missing = page.getByRole('alert').getByRole('button', { name: /^Choose a file for/ });
  await missing.waitFor({ timeout: 0 });
  await choose(page, () => missing.click(), files);
}

await withPage(async ({ open }) => {
  const runs = backends.split(',').flatMap((backend) => [[backend, 'template'] as const, [backend, 'brick'] as const]);
  for (const [backend, form] of runs) {
    const page = await open('/');
    page.on('pageerror', ({ message }) => console.error(message));
    await openDocument(page, fileText(documents[form]));
    await page.getByRole('button', { name: /^Training curve/ }).click();
    const training = page.getByRole('region', { name: 'Training', exact: true });
    await training.getByLabel('backend', { exact: true }).selectOption(backend);
    const asked = answers(page, photos.split(','));
    await chosenWhereMissing(page);
    for (const [name, said] of await asked) {
      const shares = [...said].map(([label, share]) => `${label} ${(share * 100).toFixed(2)} %`);
      console.log(`${backend}, ${form}: ${name}: ${shares.slice(0, 3).join(', ')}`);
    }
    await page.context().close();
  }
});

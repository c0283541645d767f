/**
 * `npx tsx e2e/measure/imagenetAnswers.ts --weights PATH --photos FILE,FILE [--backends webgpu,cpu]`: what MobileNet 0.25 with
 * its top says about photos, through the page, with the weights of one file or of a folder of shards, which are chosen where
 * the page says that they are missing.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileText } from '../../src/formats/file';
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
const document = chain('MobileNet', [
  ['inputImage', 'photo', { shape: [224, 224, 3] }],
  ['pretrainedBackbone', 'mobilenet', backbone],
]);

await withPage(async ({ open }) => {
  for (const backend of backends.split(',')) {
    const page = await open('/');
    page.on('pageerror', ({ message }) => console.error(message));
    await openDocument(page, fileText(document));
    await page.getByRole('button', { name: /^Training curve/ }).click();
    const training = page.getByRole('region', { name: 'Training', exact: true });
    await training.getByLabel('backend', { exact: true }).selectOption(backend);
    const asked = answers(page, photos.split(','));
    const missing = page.getByRole('alert').getByRole('button', { name: /^Choose a file for/ });
    await missing.waitFor({ timeout: 0 });
    await choose(page, () => missing.click(), files);
    for (const [name, said] of await asked) {
      const shares = [...said].map(([label, share]) => `${label} ${(share * 100).toFixed(2)} %`);
      console.log(`${backend}: ${name}: ${shares.slice(0, 3).join(', ')}`);
    }
    await page.context().close();
  }
});

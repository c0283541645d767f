/**
 * `npx tsx e2e/measure/imagenetAnswers.ts --weights PATH --photos FILE,FILE [--backends webgpu,cpu]`: what MobileNet 0.25 with
 * its top says about photos, through the page, with the weights of one file or of a folder of shards.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileText } from '../../src/formats/file';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';
import { withPage } from './openPage';
import { answers, choose, command, openDocument } from './pageActions';

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
const template = templates.find(({ id }) => id === 'mobilenet')!;

await withPage(async ({ open }) => {
  for (const backend of backends.split(',')) {
    const page = await open('/');
    page.on('pageerror', ({ message }) => console.error(message));
    await openDocument(page, fileText(templateDocument(template, { alpha: 0.25 }, library)));
    await page.getByRole('button', { name: /^Training curve/ }).click();
    const training = page.getByRole('region', { name: 'Training', exact: true });
    await training.getByLabel('backend', { exact: true }).selectOption(backend);
    const dialog = page.getByRole('dialog');
    await command(page, 'Open trained model…');
    await choose(page, () => dialog.getByRole('button', { name: 'Choose files…' }).click(), files);
    await dialog.getByText(/The weights are in|is open, with its trained weights/).waitFor({ timeout: 0 });
    const loaded = await dialog.getByText(/weights loaded$/).innerText();
    await page.keyboard.press('Escape');
    for (const [name, said] of await answers(page, photos.split(','))) {
      const shares = [...said].map(([label, share]) => `${label} ${(share * 100).toFixed(2)} %`);
      console.log(`${backend}, ${loaded}: ${name}: ${shares.slice(0, 3).join(', ')}`);
    }
    await page.context().close();
  }
});

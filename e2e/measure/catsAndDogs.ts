/**
 * `npx tsx e2e/measure/catsAndDogs.ts --photos FOLDER --weights FILE [--backend wasm] [--epochs 10] [--shots FOLDER]`: the
 * exercise of the cats and dogs through the page, with MobileNet 0.25: photos in, weights in, the head trained with and
 * without kept features, then fine-tuned. Prints what each run says.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { fileText } from '../../src/formats/file';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';
import { webgpuFlags } from '../browser';
import { withPage, withoutGpu } from './openPage';

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    weights: { type: 'string' },
    backend: { type: 'string', default: 'auto' },
    epochs: { type: 'string', default: '10' },
    shots: { type: 'string' },
  },
});
const { photos, weights, backend, epochs, shots } = values;
if (photos === undefined || weights === undefined) throw new Error('--photos and --weights are needed.');
if (shots !== undefined) mkdirSync(shots, { recursive: true });

const template = templates.find(({ id }) => id === 'transfer');
if (template === undefined) throw new Error('There is no template "transfer".');
const model = templateDocument(template, { alpha: '0.25', classes: 1 }, library);

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

async function choose(page: Page, open: () => Promise<void>, file: Parameters<Page['setInputFiles']>[1]) {
  const choosing = page.waitForEvent('filechooser');
  await open();
  await (await choosing).setFiles(file);
}

/** Waits until the run that Train started is over; gives its seconds. */
async function finished(page: Page): Promise<number> {
  const start = performance.now();
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  await stop.waitFor();
  await stop.waitFor({ state: 'hidden', timeout: 0 });
  return (performance.now() - start) / 1000;
}

await withPage(
  async ({ open }) => {
    const page = await open('/');
    page.on('pageerror', ({ message }) => console.error(message));
    const shoot = async (name: string) => {
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    const training = page.getByRole('region', { name: 'Training', exact: true });
    const report = async (what: string, seconds: number) => {
      const trouble = await training.getByRole('alert').allTextContents();
      if (trouble.length > 0) throw new Error(`${what}: ${trouble.join(' ')}`);
      console.log(
        `${what}: ${seconds.toFixed(1)} s; ${await page.getByRole('contentinfo').getByRole('status').textContent()}`,
      );
      await training.getByRole('tab', { name: 'Results' }).click();
      console.log((await training.getByRole('tabpanel').innerText()).replace(/\n+/g, ' | ').slice(0, 300));
    };

    const file = {
      name: 'transfer.deepbrick.json',
      mimeType: 'application/json',
      buffer: Buffer.from(fileText(model)),
    };
    await choose(page, () => command(page, 'Open file…'), file);
    await command(page, 'Photos…');
    const begun = performance.now();
    await choose(page, () => page.getByRole('button', { name: 'Choose folder…' }).click(), photos);
    await page.getByRole('button', { name: 'Train on these photos' }).waitFor({ timeout: 0 });
    console.log(`photos read in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    await shoot('photos');
    await page.getByRole('button', { name: 'Train on these photos' }).click();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Training curve/ }).click();
    await training.getByLabel('epochs', { exact: true }).fill(epochs);
    if (backend !== 'auto') await training.getByLabel('backend', { exact: true }).selectOption(backend);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await training.getByRole('alert').waitFor({ timeout: 0 });
    await shoot('missing-weights');
    await choose(page, () => training.getByRole('button', { name: /^Choose/ }).click(), weights);
    await report('head, features kept', await finished(page));
    await shoot('trained');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await report('head again, features reused', await finished(page));
    await training.getByLabel('frozen part', { exact: true }).selectOption('off');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await report('head, nothing kept', await finished(page));
  },
  backend === 'webgpu' ? webgpuFlags : withoutGpu,
);

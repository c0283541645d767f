/**
 * `npx tsx e2e/measure/backboneFeatures.ts --weights FOLDER --photo FILE [--architecture vgg19] [--size 224]
 * [--backends webgpu,wasm]`: what a backbone without its top makes of a photo in Chromium, by backend: seconds, and how far
 * the others are from the last. The cpu backend takes minutes for VGG19 at 224.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BackendName } from '../../src/engine/protocol/backendInfo';
import { withBuiltPage } from '../builtPage';
import type { Measured } from './page/page';

declare global {
  /** Of the page that is measured. */
  var measured: Measured;
}

const { values } = parseArgs({
  options: {
    weights: { type: 'string' },
    photo: { type: 'string' },
    architecture: { type: 'string', default: 'vgg19' },
    size: { type: 'string', default: '224' },
    backends: { type: 'string', default: 'webgpu,wasm' },
  },
});
const { weights, photo, architecture, size, backends } = values;
if (weights === undefined || photo === undefined) throw new Error('--weights and --photo are needed.');

await withBuiltPage(fileURLToPath(new URL('./page', import.meta.url)), 'measured', async (open) => {
  const page = await open();
  page.setDefaultTimeout(0);
  await page.locator('#weights').setInputFiles(readdirSync(weights).map((name) => join(weights, name)));
  await page.locator('#photo').setInputFiles(photo);
  const all = new Map<string, readonly number[]>();
  for (const backend of backends.split(',') as BackendName[]) {
    const asked = { architecture, size: Number(size), backend };
    const found = await page.evaluate((each) => measured.features(each.architecture, each.size, each.backend), asked);
    all.set(backend, found.values);
    const { adapter, loaded, missing, shape, milliseconds } = found;
    console.log(
      `${backend} ${adapter}: ${loaded} tensors, ${missing} missing; ${shape.join('×')} in ${(milliseconds / 1000).toFixed(1)} s`,
    );
  }
  const [last, reference] = [...all].at(-1)!;
  const largest = Math.max(...reference.map(Math.abs));
  console.log(
    `largest feature on ${last}: ${largest.toFixed(3)}; above 0: ${reference.filter((each) => each > 0).length}`,
  );
  for (const [backend, features] of [...all].slice(0, -1)) {
    const apart = Math.max(...features.map((value, at) => Math.abs(value - reference[at]!)));
    console.log(
      `${backend} and ${last}: at most ${apart.toExponential(2)} apart, ${(apart / largest).toExponential(2)} of it`,
    );
  }
});

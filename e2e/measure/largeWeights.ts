/**
 * `npx tsx e2e/measure/largeWeights.ts [--top] [--folder FOLDER] [--backend wasm]`: VGG16's weights as a Keras `.h5` (59 MB;
 * with `--top` 553 MB) through the page: kept among the files of one's own, and opened as a trained model. Prints the memory
 * of the browser's processes before, at most and after, and the longest pauses of the page's main thread. Linux only.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { webgpuFlags } from '../browser';
import serveBuilt from '../serve';
import { measuredPage } from './measuredPage';
import { withoutGpu } from './openPage';
import { choose, command, openDocument } from './pageActions';
import { vggText, writeVggFile } from './vggFile';

const { values } = parseArgs({
  options: {
    top: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(tmpdir(), 'deepbrick-vgg') },
    backend: { type: 'string', default: 'wasm' },
  },
});
const { top, folder, backend } = values;
mkdirSync(folder, { recursive: true });
const path = join(folder, top ? 'vgg16.h5' : 'vgg16_notop.h5');
if (!existsSync(path)) await writeVggFile(top, path);

const close = await serveBuilt();
const measuring = await measuredPage(backend === 'webgpu' ? webgpuFlags : withoutGpu);
try {
  const { page, measured } = measuring;
  await openDocument(page, vggText(top));
  await page.getByRole('button', { name: /^Training curve/ }).click();
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await training.getByLabel('backend', { exact: true }).selectOption(backend);
  await page.getByRole('button', { name: /^Training curve/ }).click();

  const dialog = page.getByRole('dialog');
  const own = dialog.getByRole('region', { name: 'Your own files' });
  await measured('the dialog of pretrained weights', async () => {
    await command(page, 'Pretrained weights…');
    await own.waitFor();
  });
  await measured('kept among the files of one’s own', async () => {
    await choose(page, () => own.getByRole('button', { name: 'Choose file…' }).click(), path);
    await own.getByText('SHA-256').waitFor({ timeout: 0 });
  });
  await page.keyboard.press('Escape');
  for (const time of ['opened as a trained model', 'opened once more']) {
    await command(page, 'Open trained model…');
    await measured(time, async () => {
      await choose(page, () => dialog.getByRole('button', { name: 'Choose files…' }).click(), path);
      const said = dialog.getByText(/^The weights are in/).or(dialog.getByRole('alert'));
      await said.first().waitFor({ timeout: 0 });
      const trouble = await dialog.getByRole('alert').allInnerTexts();
      if (trouble.length > 0) throw new Error(trouble.join(' '));
    });
    await page.keyboard.press('Escape');
  }
} finally {
  await measuring.close();
  await close();
}

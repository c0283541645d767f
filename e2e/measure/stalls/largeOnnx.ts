/**
 * `npx tsx e2e/measure/stalls/largeOnnx.ts FILE`: an ONNX file through the page, opened and then opened again and cancelled: the
 * longest pauses of the page's main thread, how long a cancel takes, and the memory of the browser's processes. Linux only.
 */
import { basename } from 'node:path';
import serveBuilt from '../../serve';
import { measuredPage } from '../measuredPage';
import { withoutGpu } from '../openPage';
import { command } from '../pageActions';

const [file = ''] = process.argv.slice(2);
const close = await serveBuilt();
const measuring = await measuredPage(withoutGpu);
try {
  const { page, measured } = measuring;
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser');
    await command(page, 'Open file…');
    await (await chooser).setFiles(file);
  };
  const opening = page.getByRole('button', { name: 'Cancel' });
  await measured('opened and cancelled', async () => {
    await choose();
    await opening.waitFor();
    const begun = performance.now();
    await opening.click();
    await opening.waitFor({ state: 'detached' });
    console.log(`cancelled within ${(performance.now() - begun).toFixed(0)} ms`);
  });
  const name = basename(file);
  await measured('opened', async () => {
    await choose();
    await opening.waitFor();
    // Asked of the page by a role, each question would be a pause of its own on hundreds of bricks.
    await page.waitForFunction((bar) => document.querySelector(bar) === null, `progress[aria-label*="${name}"]`, {
      timeout: 120_000,
    });
  });
  console.log(await page.getByText(/is open as a new project/).innerText());
} finally {
  await measuring.close();
  await close();
}

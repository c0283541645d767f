/**
 * `npx tsx e2e/measure/largeModels.ts FILE …`: saved models, such as one of 500 MB, opened through the page as projects of
 * their own with their weights. Prints the memory of the browser's processes before, at most and after, the longest pauses
 * of the page's main thread, and what the page said. Linux only.
 */
import serveBuilt from '../serve';
import { measuredPage } from './measuredPage';
import { withoutGpu } from './openPage';
import { choose, command } from './pageActions';

const close = await serveBuilt();
for (const file of process.argv.slice(2)) {
  const { page, measured, close: end } = await measuredPage(withoutGpu);
  try {
    const said = page.getByText(/is open as a new project|could not|too large|too much/i).first();
    await measured(file, async () => {
      await choose(page, () => command(page, 'Open file…'), file);
      await said.waitFor({ timeout: 200_000 });
    });
    console.log(`  “${await said.innerText()}”`);
  } finally {
    await end();
  }
}
await close();

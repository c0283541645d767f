/**
 * `npx tsx e2e/measure/liveCost.ts [--epochs 2] [--rounds 4] [--backend wasm]`: seconds of an epoch of the digits CNN with live
 * bricks and without, in turn, in one page; prints each pair and the median of their ratios.
 */
import { parseArgs } from 'node:util';
import { latestRun, runToItsEnd } from './pageActions';
import { withPage } from './openPage';

const { values } = parseArgs({
  options: {
    epochs: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '4' },
    backend: { type: 'string', default: 'wasm' },
  },
});

await withPage(async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: /^Training curve/ }).click();
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await training.getByLabel('epochs', { exact: true }).fill(values.epochs);
  await training.getByLabel('backend', { exact: true }).selectOption(values.backend);
  const live = training.getByRole('switch', { name: 'live bricks' });
  const seconds = async (on: boolean) => {
    if ((await live.getAttribute('aria-checked')) !== String(on)) await live.click();
    await runToItsEnd(page, () => page.getByRole('button', { name: 'Train', exact: true }).click());
    const { epochs } = await latestRun(page);
    return epochs.reduce((sum, epoch) => sum + epoch.seconds, 0) / epochs.length;
  };
  await seconds(true);
  const ratios: number[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    // Each comes first in turn: a machine that grows warm, or busy, slows both.
    const first = await seconds(round % 2 === 0);
    const second = await seconds(round % 2 !== 0);
    const [on, off] = round % 2 === 0 ? [first, second] : [second, first];
    ratios.push(on / off);
    console.log(`without ${off.toFixed(2)} s, with ${on.toFixed(2)} s an epoch: ${(on / off).toFixed(3)}`);
  }
  const sorted = ratios.toSorted((a, b) => a - b);
  console.log(`median ${sorted[Math.floor((sorted.length - 1) / 2)]!.toFixed(3)}`);
});

/**
 * `npx tsx e2e/measure/killing.ts [--kills 30] [--backend wasm]`: kills the browser while somebody edits, and while a model
 * is trained, in turn; opens the page again with the same profile and counts what is lost. Fails where an edit older than a
 * second, or more than an epoch, is gone. Linux only.
 */
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import serveBuilt from '../serve';
import { family } from './endurance/memoryWatch';
import { newProfile, openIn } from './endurance/ownBrowser';
import { command, latestRun } from './pageActions';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '30' }, backend: { type: 'string', default: 'wasm' } },
});
const gpu = values.backend === 'webgpu';
const profile = newProfile();

/** Ends the browser as a power cut does. */
async function kill(): Promise<void> {
  for (const id of family(profile)) {
    try {
      process.kill(Number(id), 'SIGKILL');
    } catch (error) {
      // It went with its parent.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  while (family(profile).length > 0) await wait(50);
}

const title = (page: Page) => page.getByLabel('Project title');

/** Renames the project ten times a second for a while, and kills: milliseconds between the last edit that was kept and the end. */
async function whileEditing(time: number): Promise<number> {
  const { page } = await openIn(profile, { gpu });
  const made: { text: string; at: number }[] = [{ text: await title(page).inputValue(), at: performance.now() }];
  const until = performance.now() + time;
  for (let edit = 1; performance.now() < until; edit++) {
    const text = `Edit ${edit} of ${time.toFixed(0)}`;
    await title(page).fill(text);
    await title(page).press('Enter');
    made.push({ text, at: performance.now() });
    await wait(100);
  }
  const end = performance.now();
  await kill();
  const again = await openIn(profile, { gpu });
  const kept = await title(again.page).inputValue();
  await again.context.close();
  const place = made.findLastIndex(({ text }) => text === kept);
  const firstLost = made[place + 1];
  if (place < 0) return Number.POSITIVE_INFINITY;
  return firstLost === undefined ? 0 : end - firstLost.at;
}

/** Trains until an epoch is done and some time of the next has gone by, and kills: epochs that were shown and are gone. */
async function whileTraining(time: number): Promise<number> {
  const { page } = await openIn(profile, { gpu });
  await page.getByRole('button', { name: /^Training curve/ }).click();
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await training.getByLabel('backend', { exact: true }).selectOption(values.backend);
  await training.getByLabel('epochs', { exact: true }).fill('50');
  await command(page, 'Train');
  await page.getByText('epoch 2/50').first().waitFor({ timeout: 0 });
  await wait(time);
  const text = (await page.getByRole('contentinfo').getByRole('status').textContent()) ?? '';
  const done = Number(/epoch (\d+)\/50/.exec(text)?.[1] ?? Number.NaN) - 1;
  await kill();
  const again = await openIn(profile, { gpu });
  const { epochs } = await latestRun(again.page);
  // The model is there, too, and can be trained on from there.
  await again.page.getByRole('button', { name: /^Training curve/ }).click();
  await again.page.getByRole('button', { name: `Continue from epoch ${epochs.length + 1}` }).waitFor();
  await again.context.close();
  return done - epochs.length;
}

const close = await serveBuilt();
try {
  const edits: number[] = [];
  const epochs: number[] = [];
  for (let count = 0; count < Number(values.kills); count++) {
    const time = 500 + Math.random() * 4000;
    if (count % 2 === 0) {
      const lost = await whileEditing(time);
      edits.push(lost);
      console.log(`kill ${count + 1}, editing: ${lost === 0 ? 'nothing' : `${lost.toFixed(0)} ms of edits`} lost`);
    } else {
      const lost = await whileTraining(time);
      epochs.push(lost);
      console.log(`kill ${count + 1}, training: ${Math.max(0, lost)} epochs lost`);
    }
  }
  const [edit, epoch] = [Math.max(0, ...edits), Math.max(0, ...epochs)];
  console.log(`${edits.length} kills in editing: at most ${edit.toFixed(0)} ms of edits lost (1000 may be)`);
  console.log(`${epochs.length} kills in training: at most ${epoch} epochs lost (1 may be)`);
  if (edit > 1000 || epoch > 1) process.exitCode = 1;
} finally {
  await kill();
  await close();
  rmSync(profile, { recursive: true, force: true });
}

/**
 * `npx tsx e2e/measure/digitsRun.ts --backend wasm --epochs 5`: trains the digits template through the page and prints
 * what came of it. Backends: auto, webgpu, wasm, webgl, cpu.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { z } from 'zod';
import { withPage } from './openPage';
import { trainDigits } from './trainDigits';

const { values } = parseArgs({
  options: { backend: { type: 'string', default: 'auto' }, epochs: { type: 'string', default: '5' } },
});

const runSchema = z.object({
  backend: z.string(),
  loss: z.string(),
  epochs: z.array(
    z.object({
      epoch: z.number(),
      loss: z.number(),
      accuracy: z.number().nullable(),
      validationLoss: z.number().nullable(),
      validationAccuracy: z.number().nullable(),
      seconds: z.number(),
    }),
  ),
});

/** The run as the page keeps it in IndexedDB, with all its digits. */
async function savedRun(page: Page) {
  const stored = await page.evaluate(async () => {
    const found: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => all.addEventListener('success', resolve));
        found.push(...(all.result as unknown[]));
      }
      database.close();
    }
    return found.map((value) => (value as { run?: unknown }).run ?? value);
  });
  const runs = stored.flatMap((value) => runSchema.safeParse(value).data ?? []);
  const run = runs.at(-1);
  if (run === undefined) throw new Error('The page has kept no run.');
  return run;
}

await withPage(async ({ open }) => {
  const page = await open();
  const seconds = await trainDigits(page, { epochs: Number(values.epochs), backend: values.backend });
  const trouble = await page.getByRole('region', { name: 'Training' }).getByRole('alert').allTextContents();
  if (trouble.length > 0) throw new Error(trouble.join(' '));
  console.log(await page.getByRole('contentinfo').getByRole('status').textContent());
  const run = await savedRun(page);
  for (const { epoch, loss, accuracy, validationLoss, validationAccuracy, seconds: took } of run.epochs)
    console.log(
      [
        `epoch ${epoch}`,
        `loss ${loss.toFixed(6)}`,
        `accuracy ${accuracy?.toFixed(4)}`,
        `validation loss ${validationLoss?.toFixed(6)}`,
        `validation accuracy ${validationAccuracy?.toFixed(4)}`,
        `${took.toFixed(1)} s`,
      ].join('  '),
    );
  console.log(`${run.backend}: ${run.epochs.length} epochs in ${seconds.toFixed(1)} s`);
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Run } from '../../src/engine/protocol/run';

type Files = Parameters<Page['setInputFiles']>[1];

/** Runs a command by its name, through the command palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search commands…').fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** Gives files to the file dialog that `open` opens. */
export async function choose(page: Page, open: () => Promise<void>, files: Files): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await open();
  await (await choosing).setFiles(files);
}

/** Opens a document as a person does. */
export async function openDocument(page: Page, text: string): Promise<void> {
  const file = { name: 'model.deepbrick.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await choose(page, () => command(page, 'Open file…'), file);
}

/** Saves what `press` downloads under `path`. */
export async function saved(page: Page, press: () => Promise<void>, path: string): Promise<void> {
  const downloading = page.waitForEvent('download', { timeout: 0 });
  await press();
  await (await downloading).saveAs(path);
}

/** Waits until the run that `press` starts is over; gives its seconds. Throws what the page says went wrong. */
export async function runToItsEnd(page: Page, press: () => Promise<void>): Promise<number> {
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  const start = performance.now();
  await press();
  await stop.waitFor();
  await stop.waitFor({ state: 'hidden', timeout: 0 });
  const seconds = (performance.now() - start) / 1000;
  const trouble = await page
    .getByRole('region', { name: 'Training', exact: true })
    .getByRole('alert')
    .allTextContents();
  if (trouble.some((text) => text !== '')) throw new Error(trouble.join(' '));
  return seconds;
}

/** The newest run that the page has kept. */
export async function latestRun(page: Page): Promise<Run> {
  const kept = await page.evaluate(
    // No function in here may have a name: the compiler would mark it with a helper that the page does not have.
    () =>
      new Promise<{ run: Run }[]>((resolve, reject) => {
        const opening = indexedDB.open('deepbrick-engine');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('runs').objectStore('runs').getAll();
          opening.result.close();
          reading.addEventListener('error', () => reject(reading.error));
          reading.addEventListener('success', () => resolve(reading.result));
        });
      }),
  );
  return kept.map(({ run }) => run).toSorted((a, b) => b.started.localeCompare(a.started))[0]!;
}

/** What the model on the canvas says about photos, by file name: `class` → share, with six digits. */
export async function answers(page: Page, photos: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const prediction = page.getByRole('region', { name: 'Prediction', exact: true });
  if (!(await prediction.isVisible())) await command(page, 'Predict');
  await prediction.getByRole('tab', { name: 'Photos', exact: true }).click();
  const clear = prediction.getByRole('button', { name: 'Clear the list' });
  if (await clear.isVisible()) await clear.click();
  await choose(page, () => prediction.getByRole('button', { name: 'Choose photos…' }).click(), [...photos]);
  const done = `${photos.length} photo${photos.length === 1 ? '' : 's'}`;
  await prediction.getByText(done, { exact: true }).waitFor({ timeout: 0 });
  const downloading = page.waitForEvent('download');
  await prediction.getByRole('button', { name: 'Save as CSV' }).click();
  const rows = readFileSync((await (await downloading).path())!, 'utf8')
    .trim()
    .split('\r\n')
    .slice(1);
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, ''));
      const pairs = cells.flatMap((cell, at): [string, number][] =>
        at % 2 === 0 ? [[cell, Number(cells[at + 1])]] : [],
      );
      return [name, new Map(pairs)];
    }),
  );
}

/** The largest difference between two sets of answers to the same photos. */
export function difference(a: Awaited<ReturnType<typeof answers>>, b: Awaited<ReturnType<typeof answers>>): number {
  if (a.size === 0 || a.size !== b.size) throw new Error(`${a.size} and ${b.size} answers cannot be compared.`);
  return Math.max(
    ...[...a].flatMap(([name, shares]) =>
      [...shares].map(([label, share]) => Math.abs(share - (b.get(name)?.get(label) ?? Number.NaN))),
    ),
  );
}

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { writeLinks } from '../../exported/writeFiles';
import { expect, test } from '../app';

const run = promisify(execFile);
// Inside the checkout, so that the project finds its packages without an installation of its own.
const results = resolve(import.meta.dirname, '../../../test-results');

let folder: string;
test.beforeEach(() => {
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(join(results, 'elsewhere-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

/** A script of the exported project, as npm runs it. */
const script = async (name: string, ...args: readonly string[]) =>
  (
    await run(process.execPath, ['--import', 'tsx', `src/${name}.ts`, ...args], {
      cwd: folder,
      env: { ...process.env, BACKEND: 'wasm' },
    })
  ).stdout;

test('a project is downloaded, trained by itself, and its weights opened here answer as there', async ({
  app,
  page,
}) => {
  await app.open();
  await app.command('Export…');
  const exporting = page.getByRole('dialog', { name: /^Export/ });
  await exporting.getByRole('radio', { name: 'TypeScript' }).check();
  const downloading = page.waitForEvent('download');
  await exporting.getByRole('button', { name: /^Download / }).click();
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(await (await downloading).path())))) {
    const file = join(folder, path.replace(/^[^/]+\//, ''));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  writeLinks(folder);
  await page.keyboard.press('Escape');
  expect(await script('train', '--epochs', '1', '--batches', '20')).toContain('val_loss');
  const said = JSON.parse(await script('predict', '--samples', '5', '--json')) as { values: number[] }[];

  await app.command('New project');
  await app.command('Open trained model…');
  const dialog = page.getByRole('dialog');
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const trained = join(folder, 'weights/trained');
  await (await choosing).setFiles(readdirSync(trained).map((name) => join(trained, name)));
  await expect(dialog).toContainText('is open, with its trained weights');
  await page.keyboard.press('Escape');
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Samples' }).click();
  const answers = app.prediction.getByRole('listitem');
  await expect(answers).toHaveCount(5);
  // Ours shows percent with one digit behind the point.
  const best = said.map(({ values }) => Math.max(...values));
  const shown = (await answers.allInnerTexts()).map((text) => Number(/([\d.]+)\s*%/.exec(text)![1]) / 100);
  shown.forEach((value, at) => expect(Math.abs(value - best[at]!)).toBeLessThan(0.0051));
});

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { writeLinks } from '../../exported/writeFiles';
import { expect, test } from '../app';

const run = promisify(execFile);
// Inside the checkout, so that the project finds its packages without an installation of its own.
const results = resolve(import.meta.dirname, '../../../test-results');

/** A seven, light on dark as the digits are. */
function drawnSeven(ink = 255): Buffer {
  const png = new PNG({ width: 28, height: 28 });
  for (let place = 0; place < 28 * 28; place++) {
    const [x, y] = [place % 28, Math.floor(place / 28)];
    const drawn = (y >= 6 && y < 9 && x >= 8 && x < 20) || (y >= 9 && y < 23 && Math.abs(x - (23 - y / 2)) < 1.6);
    const tone = drawn ? ink : 255 - ink;
    png.data.set([tone, tone, tone, 255], place * 4);
  }
  return PNG.sync.write(png);
}

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
  const photo = join(folder, 'seven.png');
  writeFileSync(photo, drawnSeven());
  const [said] = JSON.parse(await script('predict', photo, '--json')) as { values: number[] }[];

  await app.command('New project');
  await app.command('Open trained model…');
  const dialog = page.getByRole('dialog');
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const trained = join(folder, 'weights/trained');
  await (await choosing).setFiles(readdirSync(trained).map((name) => join(trained, name)));
  await expect(dialog).toContainText('with its trained weights');
  await page.keyboard.press('Escape');
  await app.button('Predict').click();
  await app.prediction.getByRole('tab', { name: 'Image' }).click();
  const turned = app.prediction.getByRole('checkbox', { name: 'dark on light: invert' });
  const answer = app.prediction.getByRole('listitem').filter({ hasText: '%' }).first();
  const best = said!.values.indexOf(Math.max(...said!.values));
  const answersAsThere = async () => {
    const shown = /(\d)\D+([\d.]+)\s*%/.exec(await answer.innerText())!;
    expect(shown.slice(1)).toEqual([
      String(best),
      (said!.values[best]! * 100).toFixed(shown[2]!.split('.')[1]?.length ?? 0),
    ]);
  };
  const choose = async (path: string) => {
    const picking = page.waitForEvent('filechooser');
    await app.prediction.getByRole('button', { name: 'Choose an image…' }).click();
    await (await picking).setFiles(path);
  };
  await choose(photo);
  await expect(turned).not.toBeChecked();
  await answersAsThere();

  // The same on paper is turned, there and here, and can be left as it is.
  const paper = join(folder, 'paper.png');
  writeFileSync(paper, drawnSeven(0));
  expect(JSON.parse(await script('predict', paper, '--json'))).toMatchObject([{ values: said!.values }]);
  await choose(paper);
  await expect(turned).toBeChecked();
  await answersAsThere();
  await turned.uncheck();
  await expect(async () => expect(answersAsThere()).rejects.toThrow()).toPass();
});

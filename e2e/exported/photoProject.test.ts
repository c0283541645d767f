import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Document } from '../../src/document/document';
import { buildTemplate } from '../../src/document/template';
import { templates } from '../../templates/index';
import { exportWithWeights } from './trainedExport';
import { writeFiles } from './writeFiles';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

// Inside the checkout, so that the project finds its packages without an installation of its own.
beforeEach(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results', 'photos-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { code: number | null; out: string } {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, BACKEND: 'wasm' } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  return { code: status, out: stdout + stderr };
}

/** A photo of one colour with some unrest in it. */
function photo(red: number, blue: number, size: number): Buffer {
  const png = new PNG({ width: size, height: size + 5 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([red, (at * 7) % 60, blue, 255], at);
  return PNG.sync.write(png);
}

/** Photos of two classes in folders, and a file that is none. */
function writePhotos(): void {
  for (const [label, red, blue] of [
    ['red', 220, 20],
    ['blue', 20, 220],
  ] as const) {
    for (const [part, count] of [
      ['train', 6],
      ['validation', 3],
    ] as const) {
      mkdirSync(join(folder, 'photos', part, label), { recursive: true });
      for (let place = 0; place < count; place++)
        writeFileSync(
          join(folder, 'photos', part, label, `${place}.png`),
          photo(red - place, blue + place, 30 + place),
        );
    }
  }
  writeFileSync(join(folder, 'photos', 'train', 'red', 'notes.jpg'), 'no photo');
}

test('the transfer template as a project: photos, preparation, random changes, two phases, curves, answers', async () => {
  const template = templates.find(({ id }) => id === 'transfer')!;
  const document = buildTemplate(template, { alpha: '0.25', inputShape: [32, 32, 3] });
  const { augmentation } = document.training;
  const training = { ...document.training, epochs: 2, batchSize: 4, augmentation: { ...augmentation, enabled: true } };
  writeFiles(folder, await exportWithWeights({ ...document, training } satisfies Document));
  writePhotos();

  expect(run(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit')).toEqual({ code: 0, out: '' });
  expect(run('--import', 'tsx', '--test', 'test/model.test.ts').out).toContain('# pass 2\n# fail 0');
  const head = run('--import', 'tsx', 'src/train.ts', '--data', 'photos');
  expect(head.out).toMatch(/Skipped: photos\/train\/red\/notes\.jpg/);
  expect(head.out).toMatch(/Epoch 2\/2 {2}loss [\d.]+ {2}accuracy [\d.]+ {2}val_loss [\d.]+/);
  expect(head.out).toMatch(/val_loss +[▁█]{2} {2}[\d.]+ → [\d.]+/);
  const tuned = run('--import', 'tsx', 'src/train.ts', '--data', 'photos', '--fine-tune', '--epochs', '1');
  expect(tuned.out).toContain('Going on from');
  expect(tuned.code).toBe(0);
  const all = run('--import', 'tsx', 'src/predict.ts', '--data', 'photos', '--samples', '6', '--json');
  const results = JSON.parse(/^(\[.*\])$/m.exec(all.out)![1]!) as { label: string; values: number[] }[];
  expect(results.map(({ label }) => label)).toEqual(expect.arrayContaining(['red', 'blue']));
  for (const { values } of results) expect(values[0]! + values[1]!).toBeCloseTo(1, 5);
}, 240_000);

test('a model from scratch for grey photos as a project: the photos are read and prepared as the editor does it', async () => {
  const { nodes, ...document } = buildTemplate(templates.find(({ id }) => id === 'lenet5')!);
  const output = { ...nodes['output']!, params: { ...nodes['output']!.params, units: 2 } };
  const training = { ...document.training, dataset: 'photos:mine', preprocessing: 'tf', epochs: 1 } as const;
  writeFiles(folder, await exportWithWeights({ ...document, nodes: { ...nodes, output }, training }));
  writePhotos();
  expect(run(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit')).toEqual({ code: 0, out: '' });
  const trained = run('--import', 'tsx', 'src/train.ts', '--data', 'photos');
  expect(trained.out).toMatch(/Epoch 1\/1 {2}loss [\d.]+ {2}accuracy [\d.]+ {2}val_loss [\d.]+/);
  const all = run('--import', 'tsx', 'src/predict.ts', '--data', 'photos', '--samples', '6', '--json');
  const results = JSON.parse(/^(\[.*\])$/m.exec(all.out)![1]!) as { name: string; label: string }[];
  for (const { name, label } of results) expect(name).toMatch(new RegExp(`^photos/validation/${label}/\\d\\.png$`));
  expect(results).toHaveLength(6);
}, 240_000);

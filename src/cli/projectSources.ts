import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { standIns } from '../exporters/typescript/exported/standIns';
import type { ProjectSources } from '../exporters/typescript/project';

const root = resolve(import.meta.dirname, '../..');

/** Texts of the TypeScript files of a folder and those in it, without their tests, by their paths there. */
function texts(folder: string): Record<string, string> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]));
}

/** What an exported project takes along, read from this checkout. */
export function projectSources(): ProjectSources {
  return {
    kernels: texts('src/engine/kernels'),
    layers: {
      ...texts('src/engine/layers'),
      ...standIns(readFileSync(join(root, 'src/data/random.ts'), 'utf8')),
    },
    data: texts('src/data'),
    augment: readFileSync(join(root, 'src/engine/input/augment.ts'), 'utf8'),
    losses: readFileSync(join(root, 'src/engine/training/losses.ts'), 'utf8'),
    dataset: Object.fromEntries(
      ['digits.png', 'digits-labels.bin'].map((name) => [
        name,
        new Uint8Array(readFileSync(join(root, 'public', name))),
      ]),
    ),
  };
}

import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { standIns } from '../formats/exported/standIns';
import type { ProjectSources } from '../formats/project';

const root = resolve(import.meta.dirname, '../..');

/** Texts of the TypeScript files of a folder, without their tests, by their names with `prefix` before them. */
function texts(folder: string, prefix = ''): Record<string, string> {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  return Object.fromEntries(names.map((name) => [prefix + name, readFileSync(join(root, folder, name), 'utf8')]));
}

/** What an exported project takes along, read from this checkout. */
export function projectSources(): ProjectSources {
  return {
    kernels: texts('src/engine/kernels'),
    layers: {
      ...texts('src/engine/layers'),
      ...standIns(readFileSync(join(root, 'src/data/random.ts'), 'utf8')),
    },
    data: { ...texts('src/data'), ...texts('src/data/made', 'made/'), ...texts('src/data/photos', 'photos/') },
    augment: readFileSync(join(root, 'src/engine/augment.ts'), 'utf8'),
    losses: readFileSync(join(root, 'src/engine/losses.ts'), 'utf8'),
    dataset: Object.fromEntries(
      ['digits.png', 'digits-labels.bin'].map((name) => [
        name,
        new Uint8Array(readFileSync(join(root, 'public', name))),
      ]),
    ),
  };
}

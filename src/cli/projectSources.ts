import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProjectSources } from '../formats/project';

const root = resolve(import.meta.dirname, '../..');

/** What an exported project takes along, read from this checkout. */
export function projectSources(): ProjectSources {
  const kernels = join(root, 'src/engine/kernels');
  const names = readdirSync(kernels).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return {
    kernels: Object.fromEntries(names.map((name) => [name, readFileSync(join(kernels, name), 'utf8')])),
    dataset: Object.fromEntries(
      ['digits.png', 'digits-labels.bin'].map((name) => [
        name,
        new Uint8Array(readFileSync(join(root, 'public', name))),
      ]),
    ),
  };
}

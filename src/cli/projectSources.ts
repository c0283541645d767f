import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProjectSources } from '../exporters/exporter';

const root = resolve(import.meta.dirname, '../..');

/** Texts of a folder and those in it by their paths, `/src/…`. */
function texts(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|html|css)$|tsconfig\.json$/.test(name))
    .map((name) => [`/${name}`, readFileSync(join(root, name), 'utf8')]);
}

/** What an exported project takes along, read from this checkout. */
export function projectSources(): ProjectSources {
  const parts = ['brick', 'data', 'document', 'engine', 'pretrained', 'runtime', 'training'];
  const folders = [...parts, 'exporters/typescript/project'].map((folder) => `src/${folder}`);
  const digits = ['digits.png', 'digits-labels.bin'];
  return {
    files: Object.fromEntries(folders.flatMap(texts)),
    digits: Object.fromEntries(digits.map((name) => [name, new Uint8Array(readFileSync(join(root, 'public', name)))])),
  };
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { loadBuiltIn } from '../data/builtIn';
import { isBuiltIn } from '../data/catalogue';
import type { Dataset } from '../data/dataset';
import { digitsFrom } from '../data/digits/digits';

const folder = resolve(import.meta.dirname, '../../public');

async function digitsHere(): Promise<Dataset> {
  const { data } = PNG.sync.read(readFileSync(join(folder, 'digits.png')));
  // Grey, as red, green, blue and alpha.
  const pixels = Uint8Array.from({ length: data.length / 4 }, (_, at) => data[at * 4]!);
  return digitsFrom(pixels, new Uint8Array(readFileSync(join(folder, 'digits-labels.bin'))));
}

/** A dataset that comes with DeepBrick, read from this checkout or made; null for any other. */
export const builtInHere = async (id: string): Promise<Dataset | null> =>
  isBuiltIn(id) ? await loadBuiltIn(id, digitsHere) : null;

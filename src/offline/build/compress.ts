import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesOf } from './filesOf.ts';

/** What compresses; pictures are compressed already. */
const compressible = /\.(js|css|html|svg|json|wasm|webmanifest|bin)$/;
const least = 1_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Puts `.br` and `.gz` beside every file of a built page that becomes smaller by it: servers send these as they are. What
 * the page waits for, the best setting packs; all else a quicker one, for a tenth more.
 */
export async function compress(folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const waiting = filesOf(folder).filter((name) => compressible.test(name));
  const next = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const bytes = await readFile(join(folder, name));
      if (bytes.length < least) continue;
      const quality = page.includes(name) ? 11 : 6;
      const packed = [
        ['br', await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })],
        ['gz', await zip(bytes, { level: page.includes(name) ? 9 : 6 })],
      ] as const;
      for (const [ending, small] of packed)
        if (small.length < bytes.length * 0.95) await writeFile(join(folder, `${name}.${ending}`), small);
    }
  };
  await Promise.all([next(), next(), next(), next()]);
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './step';

/**
 * Bundles a module for Node and gives its exports to `work`; the bundle is gone afterwards. TensorFlow.js's own modules load
 * only by a bundler's rules, as in the page.
 */
export async function withBundle<M, T>(file: string, work: (module: M) => Promise<T>): Promise<T> {
  // Inside the checkout, so that the bundle finds the packages that it loads by itself.
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'test-results', 'bundle-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: file,
        outDir: folder,
        copyPublicDir: false,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'node.cjs', chunkFileNames: '[name].cjs', format: 'cjs' } },
      },
      ssr: { noExternal: true },
    });
    return await work((await import(pathToFileURL(join(folder, 'node.cjs')).href)) as M);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { WasmFiles } from '../../src/engine/backend';
import { root } from '../step';

const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

/** Where tfjs's wasm backend finds its binaries in Node. */
export const wasmFiles: WasmFiles = {
  'tfjs-backend-wasm.wasm': join(wasm, 'tfjs-backend-wasm.wasm'),
  'tfjs-backend-wasm-simd.wasm': join(wasm, 'tfjs-backend-wasm-simd.wasm'),
  'tfjs-backend-wasm-threaded-simd.wasm': join(wasm, 'tfjs-backend-wasm-threaded-simd.wasm'),
};

/**
 * Bundles a file of this folder as Vite does the engine's, so that it can use tfjs in Node, and gives its exports to
 * `work`; the bundle is gone afterwards.
 */
export async function withBundled<Exports>(file: string, work: (exports: Exports) => Promise<void>): Promise<void> {
  // Inside the checkout, so that the bundle finds the digits' package.
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'test-results', 'measure-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, file),
        outDir: folder,
        copyPublicDir: false,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'measure.cjs', chunkFileNames: '[name].cjs', format: 'cjs' } },
      },
      ssr: { noExternal: true },
    });
    await work((await import(pathToFileURL(join(folder, 'measure.cjs')).href)) as Exports);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WasmFiles } from '../engine/backend/wasmFiles';
import { needsBuild } from './server/freshness';
import type * as NodeEngine from './nodeEngine';

const root = resolve(import.meta.dirname, '../..');
/** Inside the checkout, so that the bundle finds the packages that it loads by itself. */
const folder = join(root, 'node_modules', '.cache', 'deepbrick-engine');

/**
 * The engine for Node, bundled when it is out of date: TensorFlow.js's own modules load only by a bundler's rules, as in
 * the page. `building` is told before that takes its seconds.
 */
export async function loadEngine(building: () => void): Promise<typeof NodeEngine> {
  const bundle = join(folder, 'engine.cjs');
  if (needsBuild(root, bundle)) {
    building();
    // Loading the bundler takes longer than most commands.
    const { build } = await import('vite');
    const fresh = `${folder}-${process.pid}`;
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, 'nodeEngine.ts'),
        outDir: fresh,
        copyPublicDir: false,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'engine.cjs', chunkFileNames: '[name].cjs', format: 'cjs' } },
      },
      ssr: { noExternal: true },
    });
    replaceFolder(fresh);
  }
  return (await import(pathToFileURL(bundle).href)) as typeof NodeEngine;
}

/** Whole at once; of two processes that built at the same time the first one's bundle stays. */
function replaceFolder(fresh: string): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** The binaries of tfjs's wasm backend as files. */
export function wasmFiles(): WasmFiles {
  const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  const plain = 'tfjs-backend-wasm.wasm';
  const simd = 'tfjs-backend-wasm-simd.wasm';
  const threaded = 'tfjs-backend-wasm-threaded-simd.wasm';
  return { [plain]: join(wasm, plain), [simd]: join(wasm, simd), [threaded]: join(wasm, threaded) };
}

/**
 * `npx tsx e2e/measure/recipes.ts [--longest 90] [id …]`: how long every template with embedded data takes an epoch on
 * wasm, and what it has learnt after the epochs it opens with. A template whose whole training would take longer than
 * `--longest` seconds is only timed: some seconds of it, the rest is reckoned.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../step';
import type * as Measuring from './recipesInNode';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { longest: { type: 'string', default: '90' } },
});
const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
const names = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;
const [plain, simd, threaded] = names;
const wasmFiles = {
  [plain]: join(wasm, plain),
  [simd]: join(wasm, simd),
  [threaded]: join(wasm, threaded),
};

// Inside the checkout, so that the bundle finds the digits' package.
mkdirSync(join(root, 'test-results'), { recursive: true });
const folder = mkdtempSync(join(root, 'test-results', 'measure-'));
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'recipesInNode.ts'),
      outDir: folder,
      copyPublicDir: false,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'measure.cjs', chunkFileNames: '[name].cjs', format: 'cjs' } },
    },
    ssr: { noExternal: true },
  });
  const { measureRecipes } = (await import(pathToFileURL(join(folder, 'measure.cjs')).href)) as typeof Measuring;
  await measureRecipes(positionals, Number(values.longest), wasmFiles);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

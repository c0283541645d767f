/**
 * `npx tsx e2e/measure/trainDigitsBackbone.ts`: trains the backbone that comes with the page on the digits 0 to 4, on
 * wasm and from its seed, and writes `public/digitsBackbone`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../step';
import type * as Measuring from './digitsBackboneInNode';

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
      ssr: join(import.meta.dirname, 'digitsBackboneInNode.ts'),
      outDir: folder,
      copyPublicDir: false,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'measure.cjs', chunkFileNames: '[name].cjs', format: 'cjs' } },
    },
    ssr: { noExternal: true },
  });
  const { trainDigitsBackbone } = (await import(pathToFileURL(join(folder, 'measure.cjs')).href)) as typeof Measuring;
  const { model, binary } = await trainDigitsBackbone(wasmFiles);
  const target = join(root, 'public/digitsBackbone');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'model.json'), model);
  writeFileSync(join(target, 'group1-shard1of1.bin'), binary);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

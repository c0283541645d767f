import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { WasmFiles } from '../../src/engine/backend/wasmFiles';

const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));

/** Where tfjs's wasm backend finds its binaries in Node. */
export const wasmFiles: WasmFiles = {
  'tfjs-backend-wasm.wasm': join(wasm, 'tfjs-backend-wasm.wasm'),
  'tfjs-backend-wasm-simd.wasm': join(wasm, 'tfjs-backend-wasm-simd.wasm'),
  'tfjs-backend-wasm-threaded-simd.wasm': join(wasm, 'tfjs-backend-wasm-threaded-simd.wasm'),
};

import factory from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js';
import source from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js?raw';

/**
 * Lets wasm threads start in a minified build. tfjs hands its module to each thread as `factory.toString()`; minified,
 * that text speaks of a variable outside of the function, which does not exist in the thread. The module's own text,
 * as it was published, stands on its own.
 */
export function keepThreadSource(): void {
  const text = source.replace(/^\s*var WasmBackendModuleThreadedSimd\s*=/, '');
  Object.assign(factory, { toString: () => text });
}

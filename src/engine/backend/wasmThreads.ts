import factory from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js';
import source from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js?raw';
import { needed } from '../kernels/libraryChanged';

/** The module as an expression, from its file. Throws `LibraryChanged`. */
export function threadText(file: string): string {
  const [, module] = needed(
    'tfjs-backend-wasm-threaded-simd.js',
    /^\s*var WasmBackendModuleThreadedSimd\s*=\s*(\([^]*)$/.exec(file),
  );
  return module!;
}

/**
 * Lets wasm threads start in a minified build. tfjs hands its module to each thread as `factory.toString()`; minified,
 * that text speaks of a variable outside of the function, which does not exist in the thread. The module's own text,
 * as it was published, stands on its own. Throws `LibraryChanged`.
 */
export function keepThreadSource(): void {
  const text = threadText(source);
  Object.assign(factory, { toString: () => text });
}

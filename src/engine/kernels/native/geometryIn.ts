import type { backend_util } from '@tensorflow/tfjs-core';
import { type Geometry, geometryFields } from '../routines/geometry';
import type { WasmHeap } from '../wasmHeap';

/** Writes how windows lie over pictures into memory, for the routines; and takes memory for a list of their cells. */
export function geometryIn(heap: WasmHeap, take: (floats: number) => number, info: backend_util.Conv2DInfo) {
  const values: Geometry<number> = {
    ...info,
    samples: info.batchSize,
    channels: info.inChannels,
    top: info.padInfo.top,
    left: info.padInfo.left,
  };
  const geometry = take(geometryFields.length);
  const list = take(2 * info.filterHeight * info.filterWidth);
  // Behind the last memory that is taken: that can move the heap.
  const numbers = new Int32Array(heap.wasm.HEAPU8.buffer, geometry, geometryFields.length);
  numbers.set(geometryFields.map((name) => values[name]));
  return { geometry, list };
}

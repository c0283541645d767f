import { type DataType, type NamedAttrMap, type TensorInfo, getKernel } from '@tensorflow/tfjs-core';
import { needed } from './libraryChanged';

/** What our kernels use of tfjs's wasm backend. */
export interface WasmHeap {
  /** Emscripten's module: with threads it says which memory it was given. */
  readonly wasm: {
    readonly HEAPU8: Uint8Array;
    readonly wasmMemory?: WebAssembly.Memory;
    readonly asm: { readonly memory?: WebAssembly.Memory };
    readonly tfjs: { getThreadsCount(): number };
  };
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): ArrayLike<number>;
  disposeData(dataId: object): boolean;
  incRef(dataId: object): void;
  getMemoryOffset(dataId: object): number;
}

/** The numbers of a float32 tensor on the wasm heap. Asking again after every allocation: growing moves the heap. */
export function floatsOf(heap: WasmHeap, tensor: TensorInfo): Float32Array {
  return heap.typedArrayFromHeap(tensor) as Float32Array;
}

/** Where the numbers of a tensor begin on the heap, in bytes. */
export const addressOf = (heap: WasmHeap, { dataId }: TensorInfo): number => heap.getMemoryOffset(dataId);

/** Gives `work` memory for so many floats at a time, as addresses; it is free again afterwards. */
export function withScratch<T>(heap: WasmHeap, work: (take: (floats: number) => number) => T): T {
  const taken: TensorInfo[] = [];
  try {
    return work((floats) => {
      const piece = heap.makeOutput([floats], 'float32');
      taken.push(piece);
      return addressOf(heap, piece);
    });
  } finally {
    for (const { dataId } of taken) heap.disposeData(dataId);
  }
}

/** Runs another wasm kernel from inside a kernel. The caller disposes what comes back. */
export function callKernel(
  heap: WasmHeap,
  name: string,
  inputs: Record<string, TensorInfo>,
  attrs: object,
): TensorInfo {
  return needed(name, getKernel(name, 'wasm')).kernelFunc({
    inputs,
    attrs: attrs as NamedAttrMap,
    backend: heap,
  }) as TensorInfo;
}

/** The same numbers under another shape; shares the memory, and is disposed like a tensor of its own. */
export function reshaped(heap: WasmHeap, x: TensorInfo, shape: readonly number[]): TensorInfo {
  return callKernel(heap, 'Reshape', { x }, { shape });
}

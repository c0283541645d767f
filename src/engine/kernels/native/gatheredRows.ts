import { type GatherV2Attrs, type KernelConfig, type TensorInfo, getKernel, util } from '@tensorflow/tfjs-core';
import { needed } from '../libraryChanged';
import { type WasmHeap, addressOf } from '../wasmHeap';

/**
 * Rows looked up by their numbers, as Embedding does, copied whole: TensorFlow.js's wasm backend goes number by number. What else
 * `GatherV2` does, and its word on a row that there is not, are its own.
 */
export function gatheredRows(): KernelConfig {
  const original = needed('GatherV2', getKernel('GatherV2', 'wasm'));
  return {
    ...original,
    kernelFunc({ inputs, attrs, backend }) {
      const { x, indices } = inputs as { x: TensorInfo; indices: TensorInfo };
      const { axis, batchDims } = attrs as unknown as GatherV2Attrs;
      const heap = backend as WasmHeap;
      const plain = axis === 0 && batchDims === 0 && x.shape.length > 1 && x.dtype === 'float32';
      const rows = plain && indices.dtype === 'int32' ? heap.typedArrayFromHeap(indices) : [];
      const there = Array.prototype.every.call(rows, (row: number) => row >= 0 && row < x.shape[0]!);
      if (rows.length === 0 || !there) return original.kernelFunc({ inputs, attrs: attrs!, backend });
      const shape = x.shape.slice(1);
      const out = heap.makeOutput([...indices.shape, ...shape], 'float32');
      const bytes = util.sizeFromShape(shape) * 4;
      const [from, to] = [addressOf(heap, x), addressOf(heap, out)];
      const wanted = heap.typedArrayFromHeap(indices);
      for (let place = 0; place < wanted.length; place++) {
        const start = from + wanted[place]! * bytes;
        heap.wasm.HEAPU8.copyWithin(to + place * bytes, start, start + bytes);
      }
      return out;
    },
  };
}

import { type KernelConfig, type TensorInfo, getKernel, util } from '@tensorflow/tfjs-core';
import { needed } from '../libraryChanged';
import { routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf } from '../wasmHeap';

/**
 * Sums over the first axes, as gradients of biases are: TensorFlow.js's wasm backend transposes for them, ours does not. Other
 * sums are its own.
 */
export function sumOverFirst(): KernelConfig {
  const original = needed('Sum', getKernel('Sum', 'wasm'));
  return {
    ...original,
    kernelFunc({ inputs, attrs, backend }) {
      const { x } = inputs as { x: TensorInfo };
      const { axis, keepDims } = attrs as { axis?: number | number[]; keepDims?: boolean };
      const axes = util.parseAxisParam(axis as number[], x.shape).toSorted((one, other) => one - other);
      const first = axes.every((each, index) => each === index) && axes.length < x.shape.length;
      const [rows, columns] = [x.shape.slice(0, axes.length), x.shape.slice(axes.length)].map(util.sizeFromShape);
      const heap = backend as WasmHeap;
      const routines = first && x.dtype === 'float32' && columns! > 1 && rows! > 1 ? routinesOn(heap) : null;
      if (routines === null) return original.kernelFunc({ inputs, attrs: attrs!, backend });
      const kept = keepDims ? x.shape.map((size, at) => (at < axes.length ? 1 : size)) : x.shape.slice(axes.length);
      const out = heap.makeOutput(kept, 'float32');
      routines.clear(addressOf(heap, out), columns! * 4);
      routines.columnSums(addressOf(heap, x), rows!, columns!, addressOf(heap, out));
      return out;
    },
  };
}

import { type KernelConfig, type TensorInfo, type UnsortedSegmentSumAttrs, util } from '@tensorflow/tfjs-core';
import { type WasmHeap, floatsOf } from './wasmHeap';

/** Adds up the rows of `x` by segment: the gradient of looking rows up (Embedding), which tfjs's wasm backend lacks. */
export const unsortedSegmentSum: KernelConfig = {
  kernelName: 'UnsortedSegmentSum',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const { numSegments } = attrs as unknown as UnsortedSegmentSumAttrs;
    const heap = backend as WasmHeap;
    const count = util.sizeFromShape(segmentIds.shape);
    const rowShape = x.shape.slice(segmentIds.shape.length);
    const width = util.sizeFromShape(rowShape);
    const sums = heap.makeOutput([numSegments, ...rowShape], 'float32');
    const [rows, ids, to] = [floatsOf(heap, x), heap.typedArrayFromHeap(segmentIds), floatsOf(heap, sums)];
    to.fill(0);
    for (let row = 0; row < count; row++) {
      const start = ids[row]! * width;
      // As in TensorFlow, rows of negative segments are dropped.
      if (start < 0) continue;
      for (let cell = 0; cell < width; cell++) to[start + cell] = to[start + cell]! + rows[row * width + cell]!;
    }
    return sums;
  },
};

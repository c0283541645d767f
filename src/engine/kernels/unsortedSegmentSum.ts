import { type KernelConfig, type TensorInfo, type UnsortedSegmentSumAttrs, util } from '@tensorflow/tfjs-core';
import { type WasmHeap, floatsOf } from './wasmHeap';

/** Adds every row to the row of its segment; as in TensorFlow, rows of negative segments are dropped. */
export function addBySegment(rows: Float32Array, ids: ArrayLike<number>, width: number, to: Float32Array): void {
  for (let row = 0; row < ids.length; row++) {
    const start = ids[row]! * width;
    if (start < 0) continue;
    for (let cell = 0; cell < width; cell++) to[start + cell] = to[start + cell]! + rows[row * width + cell]!;
  }
}

/** Adds up the rows of `x` by segment: the gradient of looking rows up (Embedding), which tfjs's wasm backend lacks. */
export const unsortedSegmentSum: KernelConfig = {
  kernelName: 'UnsortedSegmentSum',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const { numSegments } = attrs as unknown as UnsortedSegmentSumAttrs;
    const heap = backend as WasmHeap;
    const rowShape = x.shape.slice(segmentIds.shape.length);
    const width = util.sizeFromShape(rowShape);
    const sums = heap.makeOutput([numSegments, ...rowShape], 'float32');
    const to = floatsOf(heap, sums);
    to.fill(0);
    addBySegment(floatsOf(heap, x), heap.typedArrayFromHeap(segmentIds), width, to);
    return sums;
  },
};

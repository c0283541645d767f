import { type TensorInfo, type backend_util, util } from '@tensorflow/tfjs-core';
import { geometryIn } from './geometryIn';
import { bitsOf } from './product';
import type { Routines } from '../routines/routines';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';

type Info = backend_util.Conv2DInfo;

function emptyGradient(heap: WasmHeap, routines: Routines, input: TensorInfo): TensorInfo {
  const gradient = heap.makeOutput(input.shape, 'float32');
  routines.clear(addressOf(heap, gradient), util.sizeFromShape(input.shape) * 4);
  return gradient;
}

/** `dy` goes to the first largest number of each window. */
export function ownMaxPoolGradient(heap: WasmHeap, routines: Routines, input: TensorInfo, dy: TensorInfo, info: Info) {
  const gradient = emptyGradient(heap, routines, input);
  withScratch(heap, (take) => {
    const { geometry, list } = geometryIn(heap, take, info);
    routines.maxPoolBack(geometry, addressOf(heap, input), addressOf(heap, dy), addressOf(heap, gradient), list);
  });
  return gradient;
}

/** `dy`, divided by the size of a window, goes to all its numbers. */
export function ownAveragePoolGradient(
  heap: WasmHeap,
  routines: Routines,
  input: TensorInfo,
  dy: TensorInfo,
  info: Info,
) {
  const gradient = emptyGradient(heap, routines, input);
  withScratch(heap, (take) => {
    const { geometry, list } = geometryIn(heap, take, info);
    const share = bitsOf(1 / (info.filterHeight * info.filterWidth));
    routines.averagePoolBack(geometry, addressOf(heap, dy), addressOf(heap, gradient), list, share);
  });
  return gradient;
}

import type { TensorInfo, backend_util } from '@tensorflow/tfjs-core';
import { geometryIn } from './geometryIn';
import { routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';

/** Do our routines take it? They have one filter for every channel. */
const taken = ({ inChannels, outChannels, dataFormat }: backend_util.Conv2DInfo) =>
  inChannels === outChannels && dataFormat === 'channelsLast';

/** Gradient of a depthwise convolution with respect to its input; null where ours does not take it. */
export function ownDepthwiseInput(heap: WasmHeap, dy: TensorInfo, filter: TensorInfo, info: backend_util.Conv2DInfo) {
  const routines = taken(info) ? routinesOn(heap) : null;
  if (routines === null) return null;
  const out = heap.makeOutput(info.inShape, 'float32');
  withScratch(heap, (take) => {
    const { geometry, list } = geometryIn(heap, take, info);
    routines.depthwiseInput(geometry, addressOf(heap, dy), addressOf(heap, filter), addressOf(heap, out), list);
  });
  return out;
}

/** The one with respect to its filter; null where ours does not take it. */
export function ownDepthwiseFilter(heap: WasmHeap, x: TensorInfo, dy: TensorInfo, info: backend_util.Conv2DInfo) {
  const routines = taken(info) ? routinesOn(heap) : null;
  if (routines === null) return null;
  const out = heap.makeOutput([...info.filterShape], 'float32');
  withScratch(heap, (take) => {
    const { geometry } = geometryIn(heap, take, info);
    const to = addressOf(heap, out);
    routines.clear(to, info.filterHeight * info.filterWidth * info.inChannels * 4);
    routines.depthwiseFilter(geometry, addressOf(heap, x), addressOf(heap, dy), to);
  });
  return out;
}

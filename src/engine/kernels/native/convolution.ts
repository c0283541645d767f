import { type TensorInfo, backend_util } from '@tensorflow/tfjs-core';
import { type Bounds, panelsOf, multiply, zeros } from './product';
import { oneThread } from './threads';
import { windowRows } from './windows';
import { routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';

/** With fewer windows the filter is not worth being put in order. */
const fewest = 64;

/** Attributes of a convolution of pictures, channels last. */
export interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Pictures convolved with a filter, a bias added for every channel, the sums held within bounds; null where TensorFlow.js's own kernel does it as fast. */
export function ownConvolution(
  heap: WasmHeap,
  x: TensorInfo,
  filter: TensorInfo,
  bias: TensorInfo | null,
  { strides, pad, dilations, dimRoundingMode }: ConvolutionAttributes,
  bounds?: Bounds,
): TensorInfo | null {
  const [shape, window] = [x.shape, filter.shape] as [Shape4, Shape4];
  const info = backend_util.computeConv2DInfo(shape, window, strides, dilations ?? 1, pad, dimRoundingMode);
  const routines = routinesOn(heap);
  const { batchSize, outHeight, outWidth, outChannels, inChannels, filterHeight, filterWidth } = info;
  if (routines === null || !oneThread(heap) || x.dtype !== 'float32') return null;
  if (info.dilationWidth > 1 || inChannels !== window[2] || batchSize * outHeight * outWidth < fewest) return null;
  const out = heap.makeOutput(info.outShape, 'float32');
  withScratch(heap, (take) => {
    const rows = windowRows(routines, take, addressOf(heap, x), info);
    const depth = filterHeight * filterWidth * inChannels;
    const lines = { rowStride: outChannels * 4, columnStride: 4, rows: depth, columns: outChannels };
    const panels = panelsOf(routines, take, [{ address: addressOf(heap, filter), ...lines }]);
    const first = bias === null ? zeros(routines, take, outChannels) : addressOf(heap, bias);
    const to = { address: addressOf(heap, out), stride: outChannels * 4 };
    multiply(routines, rows, panels, outChannels, { address: first, stride: 0 }, to, bounds);
  });
  return out;
}

type Shape4 = [number, number, number, number];

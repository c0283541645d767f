import type { TensorInfo, backend_util } from '@tensorflow/tfjs-core';
import { type Matrix, addTransposedProduct, multiply, panelsOf, plainRows, zeros } from './product';
import { windowRows } from './windows';
import type { Routines } from '../routines/routines';
import { type WasmHeap, addressOf, withScratch } from '../wasmHeap';

/** Gradient with respect to the filter: what its weights see, times `dy`. */
export function ownFilterGradient(
  heap: WasmHeap,
  routines: Routines,
  x: TensorInfo,
  dy: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo {
  const gradient = heap.makeOutput([...info.filterShape], 'float32');
  withScratch(heap, (take) => {
    const to = addressOf(heap, gradient);
    const rows = windowRows(routines, take, addressOf(heap, x), info);
    const { outChannels } = info;
    routines.clear(to, rows.segments * rows.length * outChannels * 4);
    addTransposedProduct(routines, take, rows, addressOf(heap, dy), outChannels, to);
  });
  return gradient;
}

/** Gradient with respect to the input: `dy`, spread out by the strides, convolved with the filter turned by 180°. */
export function ownInputGradient(
  heap: WasmHeap,
  routines: Routines,
  dy: TensorInfo,
  filter: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, outChannels, filterHeight, filterWidth } = info;
  const { strideHeight, strideWidth, padInfo, outHeight, outWidth } = info;
  const gradient = heap.makeOutput([batchSize, inHeight, inWidth, inChannels], 'float32');
  const single = filterHeight === 1 && filterWidth === 1;
  if (single && strideHeight * strideWidth > 1) {
    spreadProduct(heap, routines, dy, filter, gradient, info);
    return gradient;
  }
  withScratch(heap, (take) => {
    const [height, width] = [inHeight + filterHeight - 1, inWidth + filterWidth - 1];
    const cell = outChannels * 4;
    let from = addressOf(heap, dy);
    if (height !== outHeight || width !== outWidth) {
      const [top, left] = [filterHeight - 1 - padInfo.top, filterWidth - 1 - padInfo.left];
      const size = [outHeight, outWidth, cell, height, width] as const;
      const to = take(batchSize * height * width * outChannels);
      routines.spread(from, to, batchSize, ...size, top, left, strideHeight, strideWidth);
      from = to;
    }
    const count = batchSize * inHeight * inWidth;
    const table = take(count);
    routines.rowTable(table, from, batchSize, inHeight, inWidth, height * width * cell, width * cell, cell);
    const rows = { table, count, segments: filterHeight, segmentStride: width * cell };
    const taps = filterHeight * filterWidth;
    const turned = Array.from({ length: taps }, (_, tap): Matrix => {
      const address = addressOf(heap, filter) + (taps - 1 - tap) * inChannels * outChannels * 4;
      return { address, rowStride: 4, columnStride: outChannels * 4, rows: outChannels, columns: inChannels };
    });
    const panels = panelsOf(routines, take, turned);
    const first = { address: zeros(routines, take, inChannels), stride: 0 };
    const to = { address: addressOf(heap, gradient), stride: inChannels * 4 };
    multiply(routines, { ...rows, length: filterWidth * outChannels }, panels, inChannels, first, to);
  });
  return gradient;
}

/** The same where windows are single cells with others between them that no window sees: those get zeros without being computed. */
function spreadProduct(
  heap: WasmHeap,
  routines: Routines,
  dy: TensorInfo,
  filter: TensorInfo,
  gradient: TensorInfo,
  info: backend_util.Conv2DInfo,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outChannels, outHeight, outWidth, padInfo } = info;
  withScratch(heap, (take) => {
    const count = batchSize * outHeight * outWidth;
    const rows = plainRows(routines, take, addressOf(heap, dy), count, outChannels);
    const lines = { rowStride: 4, columnStride: outChannels * 4, rows: outChannels, columns: inChannels };
    const panels = panelsOf(routines, take, [{ address: addressOf(heap, filter), ...lines }]);
    const product = take(count * inChannels);
    const first = { address: zeros(routines, take, inChannels), stride: 0 };
    multiply(routines, rows, panels, inChannels, first, { address: product, stride: inChannels * 4 });
    const sizes = [batchSize, outHeight, outWidth, inChannels * 4, inHeight, inWidth] as const;
    const steps = [info.strideHeight, info.strideWidth] as const;
    routines.spread(product, addressOf(heap, gradient), ...sizes, -padInfo.top, -padInfo.left, ...steps);
  });
}

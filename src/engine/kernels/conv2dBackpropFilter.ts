import { type KernelConfig, type TensorInfo, type backend_util } from '@tensorflow/tfjs-core';
import { filterGradientInfo } from './filterGradientInfo';
import { ownFilterGradient } from './native/convolutionGradients';
import { routinesOn } from './routines/routines';
import { type WasmHeap, callKernel, floatsOf, reshaped } from './wasmHeap';

/** Columns are made in parts of at most so many floats: the windows of a large picture would not fit the heap at once. */
const mostFloats = 2 ** 25;

/**
 * Gradient of a convolution with respect to its filter, which tfjs's wasm backend lacks.
 * The windows of `x` are written out as rows of one matrix, `[filterHeight · filterWidth · inChannels, windows]`;
 * its product with `dy`, `[windows, outChannels]`, is the gradient, and runs in XNNPACK.
 */
export const conv2dBackpropFilter: KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const info = filterGradientInfo(x, attrs);
    const heap = backend as WasmHeap;
    const routines = routinesOn(heap);
    if (routines !== null) return ownFilterGradient(heap, routines, x, dy, info);
    const windows = info.batchSize * info.outHeight * info.outWidth;
    const rows = info.filterHeight * info.filterWidth * info.inChannels;
    const gradient = heap.makeOutput([...info.filterShape], 'float32');
    const dyMatrix = reshaped(heap, dy, [1, windows, info.outChannels]);
    const part = Math.max(1, Math.min(rows, Math.floor(mostFloats / windows)));
    for (let first = 0; first < rows; first += part) {
      const count = Math.min(part, rows - first);
      const columns = heap.makeOutput([1, count, windows], 'float32');
      writeWindows(floatsOf(heap, x), floatsOf(heap, columns), info, first, count);
      const attributes = { transposeA: false, transposeB: false };
      const product = callKernel(heap, 'BatchMatMul', { a: columns, b: dyMatrix }, attributes);
      floatsOf(heap, gradient).set(floatsOf(heap, product), first * info.outChannels);
      heap.disposeData(columns.dataId);
      heap.disposeData(product.dataId);
    }
    heap.disposeData(dyMatrix.dataId);
    return gradient;
  },
};

/** Row `r` = (filter row, filter column, channel): what that filter weight sees at every window. Outside is 0. */
function writeWindows(
  x: Float32Array,
  columns: Float32Array,
  info: backend_util.Conv2DInfo,
  first: number,
  count: number,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterWidth, strideHeight, strideWidth } =
    info;
  let to = 0;
  for (let row = first; row < first + count; row++) {
    const channel = row % inChannels;
    const left = (Math.floor(row / inChannels) % filterWidth) - info.padInfo.left;
    const top = Math.floor(row / (inChannels * filterWidth)) - info.padInfo.top;
    for (let sample = 0; sample < batchSize; sample++) {
      for (let outRow = 0; outRow < outHeight; outRow++, to += outWidth) {
        const inRow = outRow * strideHeight + top;
        if (inRow < 0 || inRow >= inHeight) {
          columns.fill(0, to, to + outWidth);
          continue;
        }
        const from = (sample * inHeight + inRow) * inWidth * inChannels + channel;
        for (let outColumn = 0, inColumn = left; outColumn < outWidth; outColumn++, inColumn += strideWidth) {
          columns[to + outColumn] = inColumn >= 0 && inColumn < inWidth ? x[from + inColumn * inChannels]! : 0;
        }
      }
    }
  }
}

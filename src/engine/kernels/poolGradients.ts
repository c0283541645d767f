import { type KernelConfig, type MaxPoolGradAttrs, type TensorInfo, backend_util } from '@tensorflow/tfjs-core';
import { ownAveragePoolGradient, ownMaxPoolGradient } from './native/poolGradients';
import { routinesOn } from './routines/routines';
import { type WasmHeap, floatsOf } from './wasmHeap';

type Visit = (sample: number, outRow: number, outColumn: number, rows: Range, columns: Range) => void;
type Range = readonly [first: number, end: number, step: number];

/** Every window with the part of the input it covers. */
function eachWindow(info: backend_util.Conv2DInfo, visit: Visit): void {
  const { dilationHeight, dilationWidth, effectiveFilterHeight, effectiveFilterWidth, padInfo } = info;
  const range = (start: number, reach: number, size: number, step: number): Range => [
    start < 0 ? start + Math.ceil(-start / step) * step : start,
    Math.min(size, start + reach),
    step,
  ];
  for (let sample = 0; sample < info.batchSize; sample++) {
    for (let row = 0; row < info.outHeight; row++) {
      const top = row * info.strideHeight - padInfo.top;
      const rows = range(top, effectiveFilterHeight, info.inHeight, dilationHeight);
      for (let column = 0; column < info.outWidth; column++) {
        const left = column * info.strideWidth - padInfo.left;
        visit(sample, row, column, rows, range(left, effectiveFilterWidth, info.inWidth, dilationWidth));
      }
    }
  }
}

function infoOf(x: TensorInfo, attrs: unknown): backend_util.Conv2DInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as MaxPoolGradAttrs;
  const shape = x.shape as [number, number, number, number];
  return backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

/**
 * Gradient of max pooling: `dy` goes to the first largest value of each window. tfjs's wasm backend has this kernel;
 * this one is about ten times as fast.
 */
export const maxPoolGrad: KernelConfig = {
  kernelName: 'MaxPoolGrad',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo };
    const heap = backend as WasmHeap;
    const info = infoOf(input, attrs);
    const routines = routinesOn(heap);
    if (routines !== null) return ownMaxPoolGradient(heap, routines, input, dy, info);
    const gradient = heap.makeOutput(input.shape, 'float32');
    const [x, dx, above] = [floatsOf(heap, input), floatsOf(heap, gradient), floatsOf(heap, dy)];
    const { inHeight, inWidth, inChannels: channels } = info;
    dx.fill(0);
    let from = 0;
    eachWindow(info, (sample, _row, _column, [top, bottom, down], [left, right, across]) => {
      for (let channel = 0; channel < channels; channel++) {
        let largest = -Infinity;
        let at = -1;
        for (let y = top; y < bottom; y += down) {
          const line = (sample * inHeight + y) * inWidth;
          for (let cell = left; cell < right; cell += across) {
            const index = (line + cell) * channels + channel;
            if (x[index]! > largest) {
              largest = x[index]!;
              at = index;
            }
          }
        }
        if (at >= 0) dx[at] = dx[at]! + above[from + channel]!;
      }
      from += channels;
    });
    return gradient;
  },
};

/** Gradient of average pooling as all of tfjs's backends compute it: `dy` / window size to every cell of the window. */
export const avgPoolGrad: KernelConfig = {
  kernelName: 'AvgPoolGrad',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo };
    const heap = backend as WasmHeap;
    const info = infoOf(input, attrs);
    const routines = routinesOn(heap);
    if (routines !== null) return ownAveragePoolGradient(heap, routines, input, dy, info);
    const gradient = heap.makeOutput(input.shape, 'float32');
    const [dx, above] = [floatsOf(heap, gradient), floatsOf(heap, dy)];
    const { inHeight, inWidth, inChannels: channels } = info;
    const share = 1 / (info.filterHeight * info.filterWidth);
    dx.fill(0);
    let from = 0;
    eachWindow(info, (sample, _row, _column, [top, bottom, down], [left, right, across]) => {
      for (let y = top; y < bottom; y += down) {
        for (let cell = left; cell < right; cell += across) {
          const to = ((sample * inHeight + y) * inWidth + cell) * channels;
          for (let channel = 0; channel < channels; channel++) {
            dx[to + channel] = dx[to + channel]! + above[from + channel]! * share;
          }
        }
      }
      from += channels;
    });
    return gradient;
  },
};

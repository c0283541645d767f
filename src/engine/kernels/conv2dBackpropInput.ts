import { type Conv2DBackpropInputAttrs, type KernelConfig, type TensorInfo, backend_util } from '@tensorflow/tfjs-core';
import { ownInputGradient } from './native/convolutionGradients';
import { oneThread } from './native/threads';
import { routinesOn } from './routines/routines';
import { type WasmHeap, callKernel, floatsOf } from './wasmHeap';

/**
 * Gradient of a convolution with respect to its input. tfjs's wasm backend has one, but as plain loops; this one is
 * itself a convolution (of `dy`, spread out by the strides, with the filter turned by 180°) and runs in XNNPACK,
 * about ten times as fast.
 */
export const conv2dBackpropInput: KernelConfig = {
  kernelName: 'Conv2DBackpropInput',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, pad, dataFormat, dimRoundingMode, inputShape } = attrs as unknown as Conv2DBackpropInputAttrs;
    const info = backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as [number, number, number, number],
      strides,
      1,
      pad,
      dimRoundingMode,
      false,
      backend_util.convertConv2DDataFormat(dataFormat),
    );
    if (info.dataFormat !== 'channelsLast') throw new Error('Conv2DBackpropInput on wasm takes channels last only.');
    const heap = backend as WasmHeap;
    const routines = oneThread(heap) ? routinesOn(heap) : null;
    if (routines !== null) return ownInputGradient(heap, routines, dy, filter, info);
    const { batchSize, inHeight, inWidth, inChannels, outChannels, filterHeight, filterWidth } = info;
    const spreadShape = [batchSize, inHeight + filterHeight - 1, inWidth + filterWidth - 1, outChannels];
    const spread = heap.makeOutput(spreadShape, 'float32');
    const turned = heap.makeOutput([filterHeight, filterWidth, outChannels, inChannels], 'float32');
    writeSpread(floatsOf(heap, dy), floatsOf(heap, spread), info);
    writeTurned(floatsOf(heap, filter), floatsOf(heap, turned), info);
    const attributes = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] };
    const gradient = callKernel(heap, 'Conv2D', { x: spread, filter: turned }, attributes);
    heap.disposeData(spread.dataId);
    heap.disposeData(turned.dataId);
    return gradient;
  },
};

/** `dy` with strides − 1 zeros between its cells and a frame of zeros, as large as all filter positions need. */
function writeSpread(dy: Float32Array, spread: Float32Array, info: backend_util.Conv2DInfo): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, outChannels, filterHeight, filterWidth, padInfo } = info;
  const height = inHeight + filterHeight - 1;
  const width = inWidth + filterWidth - 1;
  spread.fill(0);
  for (let sample = 0; sample < batchSize; sample++) {
    for (let row = 0; row < outHeight; row++) {
      const toRow = row * info.strideHeight + filterHeight - 1 - padInfo.top;
      if (toRow < 0 || toRow >= height) continue;
      const from = (sample * outHeight + row) * outWidth * outChannels;
      const to = (sample * height + toRow) * width;
      const left = filterWidth - 1 - padInfo.left;
      if (info.strideWidth === 1 && left >= 0) {
        const cells = Math.min(outWidth, width - left);
        spread.set(dy.subarray(from, from + cells * outChannels), (to + left) * outChannels);
        continue;
      }
      for (let column = 0; column < outWidth; column++) {
        const toColumn = column * info.strideWidth + left;
        if (toColumn < 0 || toColumn >= width) continue;
        const start = from + column * outChannels;
        spread.set(dy.subarray(start, start + outChannels), (to + toColumn) * outChannels);
      }
    }
  }
}

/** The filter turned by 180°, its channels swapped: `[height, width, out, in]`. */
function writeTurned(filter: Float32Array, turned: Float32Array, info: backend_util.Conv2DInfo): void {
  const { inChannels, outChannels, filterHeight, filterWidth } = info;
  const cells = filterHeight * filterWidth;
  for (let cell = 0; cell < cells; cell++) {
    const from = (cells - 1 - cell) * inChannels * outChannels;
    const to = cell * inChannels * outChannels;
    for (let input = 0; input < inChannels; input++) {
      for (let output = 0; output < outChannels; output++) {
        turned[to + output * inChannels + input] = filter[from + input * outChannels + output]!;
      }
    }
  }
}

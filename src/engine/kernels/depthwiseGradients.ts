import {
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type KernelConfig,
  type TensorInfo,
  backend_util,
} from '@tensorflow/tfjs-core';
import { ownDepthwiseFilter, ownDepthwiseInput } from './native/ownDepthwiseGradients';
import { type WasmHeap, floatsOf } from './wasmHeap';

type Shape4 = [number, number, number, number];

/** Every pair of an input cell and an output cell that a filter cell joins, by where their channels begin. */
function eachPair(info: backend_util.Conv2DInfo, visit: (input: number, output: number, filter: number) => void): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, filterHeight, filterWidth, padInfo } = info;
  for (let sample = 0; sample < info.batchSize; sample++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
        const inRow = outRow * info.strideHeight + filterRow * info.dilationHeight - padInfo.top;
        if (inRow < 0 || inRow >= inHeight) continue;
        for (let outColumn = 0; outColumn < outWidth; outColumn++) {
          const output = ((sample * outHeight + outRow) * outWidth + outColumn) * outChannels;
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const inColumn = outColumn * info.strideWidth + filterColumn * info.dilationWidth - padInfo.left;
            if (inColumn < 0 || inColumn >= inWidth) continue;
            const input = ((sample * inHeight + inRow) * inWidth + inColumn) * inChannels;
            visit(input, output, (filterRow * filterWidth + filterColumn) * outChannels);
          }
        }
      }
    }
  }
}

/** Gradient of a depthwise convolution with respect to its filter, which tfjs's wasm backend lacks. */
export const depthwiseBackpropFilter: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropFilter',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, filterShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropFilterAttrs;
    const shape = x.shape as Shape4;
    const info = backend_util.computeConv2DInfo(shape, filterShape, strides, dilations, pad, dimRoundingMode, true);
    const heap = backend as WasmHeap;
    const own = ownDepthwiseFilter(heap, x, dy, info);
    if (own !== null) return own;
    const gradient = heap.makeOutput([...filterShape], 'float32');
    const [below, above, sum] = [floatsOf(heap, x), floatsOf(heap, dy), floatsOf(heap, gradient)];
    const multiplier = info.outChannels / info.inChannels;
    sum.fill(0);
    eachPair(info, (input, output, filter) => {
      for (let channel = 0; channel < info.inChannels; channel++) {
        for (let copy = 0; copy < multiplier; copy++) {
          const to = channel * multiplier + copy;
          sum[filter + to] = sum[filter + to]! + below[input + channel]! * above[output + to]!;
        }
      }
    });
    return gradient;
  },
};

/** Gradient of a depthwise convolution with respect to its input, which tfjs's wasm backend lacks. */
export const depthwiseBackpropInput: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropInput',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo };
    const { strides, dilations, pad, dimRoundingMode, inputShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropInputAttrs;
    const shape = filter.shape as Shape4;
    const info = backend_util.computeConv2DInfo(inputShape, shape, strides, dilations, pad, dimRoundingMode, true);
    const heap = backend as WasmHeap;
    const own = ownDepthwiseInput(heap, dy, filter, info);
    if (own !== null) return own;
    const gradient = heap.makeOutput([...inputShape], 'float32');
    const [weights, above, sum] = [floatsOf(heap, filter), floatsOf(heap, dy), floatsOf(heap, gradient)];
    const multiplier = info.outChannels / info.inChannels;
    sum.fill(0);
    eachPair(info, (input, output, cell) => {
      for (let channel = 0; channel < info.inChannels; channel++) {
        for (let copy = 0; copy < multiplier; copy++) {
          const from = channel * multiplier + copy;
          sum[input + channel] = sum[input + channel]! + weights[cell + from]! * above[output + from]!;
        }
      }
    });
    return gradient;
  },
};

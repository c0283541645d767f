import {
  type Conv2DAttrs,
  type KernelConfig,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
  backend_util,
  getKernel,
} from '@tensorflow/tfjs-core';
import { needed } from './libraryChanged';
import { boundsOf } from './native/bounds';
import { type ConvolutionAttributes, ownConvolution } from './native/convolution';
import type { WasmHeap } from './wasmHeap';

type Shape4 = [number, number, number, number];
type Convolution = 'Conv2D' | 'FusedConv2D' | 'DepthwiseConv2dNative' | 'FusedDepthwiseConv2D';

/** Whether windows leave cells at the end unseen, so that nothing has to be padded. */
const loose = (out: number, stride: number, reach: number, size: number) => (out - 1) * stride + reach < size;

/** By our own routines, where that is faster. */
function computed(inputs: NamedTensorInfoMap, attrs: NamedAttrMap, heap: WasmHeap): TensorInfo | null {
  const { x, filter, bias = null, preluActivationWeights } = inputs as Record<string, TensorInfo | undefined>;
  const { activation = 'linear' } = attrs as { activation?: string };
  const bounds = preluActivationWeights === undefined ? boundsOf(activation) : null;
  return bounds && ownConvolution(heap, x!, filter!, bias, attrs as unknown as ConvolutionAttributes, bounds);
}

/**
 * Convolutions with `same` padding whose strides are larger than their windows, e.g. 1×1 with stride 2 on a picture of
 * even size: tfjs's wasm backend gives wrong numbers there. The padding said in numbers is computed rightly.
 */
export function looseSamePadding(kernelName: Convolution): KernelConfig {
  const original = needed(kernelName, getKernel(kernelName, 'wasm'));
  const depthwise = kernelName.includes('Depthwise');
  return {
    ...original,
    kernelFunc({ inputs, attrs, backend }) {
      const { x, filter } = inputs as { x: TensorInfo; filter: TensorInfo };
      const { pad, strides, dilations, dataFormat } = attrs as unknown as Conv2DAttrs;
      const own = depthwise || dataFormat === 'NCHW' ? null : computed(inputs, attrs!, backend as WasmHeap);
      if (own !== null) return own;
      if (pad !== 'same' || dataFormat === 'NCHW') return original.kernelFunc({ inputs, attrs: attrs!, backend });
      const [shape, window] = [x.shape as Shape4, filter.shape as Shape4];
      const info = backend_util.computeConv2DInfo(shape, window, strides, dilations ?? 1, pad, undefined, depthwise);
      const tall = loose(info.outHeight, info.strideHeight, info.effectiveFilterHeight, info.inHeight);
      const wide = loose(info.outWidth, info.strideWidth, info.effectiveFilterWidth, info.inWidth);
      if (!tall && !wide) return original.kernelFunc({ inputs, attrs: attrs!, backend });
      const { top, bottom, left, right } = info.padInfo;
      const numbers = [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ];
      const said = { ...attrs, pad: numbers, dimRoundingMode: 'floor' };
      return original.kernelFunc({ inputs, attrs: said as never, backend });
    },
  };
}

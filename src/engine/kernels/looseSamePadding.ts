import { type Conv2DAttrs, type KernelConfig, type TensorInfo, backend_util, getKernel } from '@tensorflow/tfjs-core';
import { needed } from './libraryChanged';

type Shape4 = [number, number, number, number];
type Convolution = 'Conv2D' | 'FusedConv2D' | 'DepthwiseConv2dNative' | 'FusedDepthwiseConv2D';

/** Whether windows leave cells at the end unseen, so that nothing has to be padded. */
const loose = (out: number, stride: number, reach: number, size: number) => (out - 1) * stride + reach < size;

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

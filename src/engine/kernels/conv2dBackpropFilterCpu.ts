import {
  type KernelConfig,
  type TensorInfo,
  type backend_util,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { filterGradientInfo } from './filterGradientInfo';
import { unsortedSegmentSumCpu } from './unsortedSegmentSumCpu';

/** What the cpu backend offers to kernels. */
interface CpuBackend {
  readonly data: { get(dataId: object): { readonly values: Float32Array } };
  makeTensorInfo(shape: readonly number[], dtype: 'float32', values: Float32Array): TensorInfo;
}

/**
 * Gradient of a convolution with respect to its filter, `[filterHeight, filterWidth, inChannels, outChannels]`, on cpu.
 * tfjs reads every value through an accessor, which takes nearly all the time of a training step there; this one walks
 * the arrays. Sums are kept in double precision, as in tfjs.
 */
export const conv2dBackpropFilterCpu: KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'cpu',
  kernelFunc({ inputs, attrs, backend }) {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const info = filterGradientInfo(x, attrs);
    const cpu = backend as CpuBackend;
    const values = filterGradient(cpu.data.get(x.dataId).values, cpu.data.get(dy.dataId).values, info);
    return cpu.makeTensorInfo([...info.filterShape], 'float32', values);
  },
};

function filterGradient(x: Float32Array, dy: Float32Array, info: backend_util.Conv2DInfo): Float32Array {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  const { filterHeight, filterWidth, strideHeight, strideWidth } = info;
  const gradient = new Float32Array(filterHeight * filterWidth * inChannels * outChannels);
  const sums = new Float64Array(inChannels * outChannels);
  for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
    const down = Math.floor(tap / filterWidth) - padInfo.top;
    const right = (tap % filterWidth) - padInfo.left;
    sums.fill(0);
    for (let row = 0; row < batchSize * outHeight; row++) {
      const sample = Math.floor(row / outHeight);
      const y = (row - sample * outHeight) * strideHeight + down;
      if (y < 0 || y >= inHeight) continue;
      for (let column = 0; column < outWidth; column++) {
        const across = column * strideWidth + right;
        if (across < 0 || across >= inWidth) continue;
        const from = ((sample * inHeight + y) * inWidth + across) * inChannels;
        const at = (row * outWidth + column) * outChannels;
        for (let channel = 0, sum = 0; channel < inChannels; channel++) {
          const value = x[from + channel]!;
          for (let out = 0; out < outChannels; out++, sum++) sums[sum]! += value * dy[at + out]!;
        }
      }
    }
    gradient.set(sums, tap * sums.length);
  }
  return gradient;
}

let registered = false;

/** Puts our kernels in the place of tfjs's. Import `@tensorflow/tfjs-backend-cpu` before. A second call does nothing. */
export function registerCpuGradients(): void {
  if (registered) return;
  registered = true;
  unregisterKernel('Conv2DBackpropFilter', 'cpu');
  registerKernel(conv2dBackpropFilterCpu);
  unregisterKernel('UnsortedSegmentSum', 'cpu');
  registerKernel(unsortedSegmentSumCpu);
}

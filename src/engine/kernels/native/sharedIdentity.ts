import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmHeap } from '../wasmHeap';

/**
 * The same numbers once more, as `clone` and `assign` want them: both share the memory, as TensorFlow.js has it on its other
 * backends. That of its wasm backend copies them. No kernel changes the numbers of a tensor.
 */
export const sharedIdentity: KernelConfig = {
  kernelName: 'Identity',
  backendName: 'wasm',
  kernelFunc({ inputs, backend }) {
    const { dataId, shape, dtype } = inputs['x'] as TensorInfo;
    (backend as WasmHeap).incRef(dataId);
    return { dataId, shape, dtype };
  },
};

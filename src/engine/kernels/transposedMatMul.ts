import { type KernelConfig, type TensorInfo, getKernel } from '@tensorflow/tfjs-core';
import { needed } from './libraryChanged';
import { boundsOf } from './native/bounds';
import { ownMatMul } from './native/matMul';
import { type WasmHeap, callKernel } from './wasmHeap';

/**
 * Matrix products with a transposed side, as every gradient of Dense needs them. tfjs's wasm backend leaves XNNPACK for
 * plain loops there; transposing first and multiplying then is about ten times as fast.
 * Wraps the kernels `BatchMatMul` and `_FusedMatMul`.
 */
export function transposedMatMul(kernelName: 'BatchMatMul' | '_FusedMatMul'): KernelConfig {
  const original = needed(kernelName, getKernel(kernelName, 'wasm'));
  return {
    ...original,
    kernelFunc({ inputs, attrs, backend }) {
      const { transposeA, transposeB } = attrs as { transposeA?: boolean; transposeB?: boolean };
      const a = inputs['a']!;
      const b = inputs['b']!;
      const heap = backend as WasmHeap;
      const { bias = null, preluActivationWeights } = inputs as Record<string, TensorInfo | undefined>;
      const { activation = 'linear' } = attrs as { activation?: string };
      const bounds = preluActivationWeights === undefined ? boundsOf(activation) : null;
      const own = bounds && ownMatMul(heap, a, b, { transposeA, transposeB }, bias, bounds);
      if (own !== null) return own;
      if (!transposeA && !transposeB) return original.kernelFunc({ inputs, attrs: attrs!, backend });
      const left = transposeA ? turned(heap, a) : a;
      const right = transposeB ? turned(heap, b) : b;
      const result = original.kernelFunc({
        inputs: { ...inputs, a: left, b: right },
        attrs: { ...attrs, transposeA: false, transposeB: false },
        backend,
      });
      if (transposeA) heap.disposeData(left.dataId);
      if (transposeB) heap.disposeData(right.dataId);
      return result;
    },
  };
}

/** The last two axes swapped. */
function turned(heap: WasmHeap, x: TensorInfo): TensorInfo {
  const rank = x.shape.length;
  const perm = x.shape.map((_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis));
  return callKernel(heap, 'Transpose', { x }, { perm });
}

import { type KernelFunc, type TensorInfo, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

interface Program {
  shaderKey?: string;
  getUserCode(): string;
}
interface Patchable {
  tensorMap: { get(dataId: object): { dtype: string } };
  runWebGPUProgram(program: Program, inputs: TensorInfo[], ...rest: unknown[]): TensorInfo;
}
interface Heap {
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): TensorInfo;
  disposeData(dataId: object): boolean;
}

let patched = false;

/**
 * Repairs two kernels of tfjs 4.22 that give wrong numbers on WebGPU without an error: transposing a buffer of whole
 * numbers (its shader does not compile), and casting whole numbers to float32 (which only renames the buffer).
 */
export function patchWebgpu(): void {
  if (patched) return;
  patched = true;
  transposeWholeNumbers();
  castWholeNumbers();
}

function transposeWholeNumbers(): void {
  const prototype = WebGPUBackend.prototype as unknown as Patchable;
  const original = prototype.runWebGPUProgram;
  prototype.runWebGPUProgram = function (this: Patchable, program, inputs, ...rest) {
    const transposes = typeof program.shaderKey === 'string' && /^transpose_[\d,]+$/.test(program.shaderKey);
    if (transposes && this.tensorMap.get(inputs[0]!.dataId).dtype !== 'float32') {
      const code = program.getUserCode.bind(program);
      program.getUserCode = () => code().replace('setOutputAtIndex(flatIndex, A[', 'setOutputAtIndexI32(flatIndex, A[');
    }
    return original.call(this, program, inputs, ...rest);
  };
}

function castWholeNumbers(): void {
  const cast = getKernel('Cast', 'webgpu')!.kernelFunc;
  const multiply = getKernel('Multiply', 'webgpu')!.kernelFunc;
  const kernelFunc: KernelFunc = ({ inputs, attrs, backend }) => {
    const x = inputs['x']!;
    const result = cast({ inputs, attrs: attrs!, backend }) as TensorInfo;
    if (attrs!['dtype'] !== 'float32' || (x.dtype !== 'int32' && x.dtype !== 'bool')) return result;
    const heap = backend as Heap;
    const one = heap.makeTensorInfo([], 'float32', Float32Array.of(1));
    const converted = multiply({ inputs: { a: result, b: one }, attrs: {}, backend });
    heap.disposeData(result.dataId);
    heap.disposeData(one.dataId);
    return converted;
  };
  unregisterKernel('Cast', 'webgpu');
  registerKernel({ kernelName: 'Cast', backendName: 'webgpu', kernelFunc });
}

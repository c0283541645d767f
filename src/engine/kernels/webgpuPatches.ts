import { type KernelFunc, type TensorInfo, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { LibraryChanged, needed } from './libraryChanged';

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

/** Whether the program is the one that turns axes round, which no other property tells. */
export const isTranspose = ({ shaderKey }: Program): boolean =>
  shaderKey !== undefined && /^transpose_[\d,]+$/.test(shaderKey);

/** Its shader, writing whole numbers. Throws `LibraryChanged`. */
export function forWholeNumbers(code: string): string {
  const floats = 'setOutputAtIndex(flatIndex, A[';
  if (!code.includes(floats)) throw new LibraryChanged('transpose_webgpu.js');
  return code.replace(floats, 'setOutputAtIndexI32(flatIndex, A[');
}

function transposeWholeNumbers(): void {
  const prototype = WebGPUBackend.prototype as unknown as Patchable;
  const original = needed('WebGPUBackend.runWebGPUProgram', prototype.runWebGPUProgram);
  prototype.runWebGPUProgram = function (this: Patchable, program, inputs, ...rest) {
    if (isTranspose(program) && this.tensorMap.get(inputs[0]!.dataId).dtype !== 'float32') {
      const code = program.getUserCode.bind(program);
      program.getUserCode = () => forWholeNumbers(code());
    }
    return original.call(this, program, inputs, ...rest);
  };
}

function castWholeNumbers(): void {
  const cast = needed('Cast', getKernel('Cast', 'webgpu')).kernelFunc;
  const multiply = needed('Multiply', getKernel('Multiply', 'webgpu')).kernelFunc;
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

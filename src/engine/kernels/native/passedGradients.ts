import {
  type KernelConfig,
  type Tensor,
  type TensorInfo,
  engine,
  getBackend,
  getGradient,
  getKernel,
  registerGradient,
  unregisterGradient,
  util,
} from '@tensorflow/tfjs-core';
import { bitsOf } from './product';
import { needed } from '../libraryChanged';
import { routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf } from '../wasmHeap';

/** `dy` where x lies between two numbers, or is one of them, else 0. */
export const passedBetween: KernelConfig = {
  kernelName: 'PassedBetween',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const heap = backend as WasmHeap;
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo };
    const { least, most } = attrs as { least: number; most: number };
    const routines = needed('SIMD', routinesOn(heap));
    const out = heap.makeOutput(x.shape, 'float32');
    const [from, above, to] = [x, dy, out].map((tensor) => addressOf(heap, tensor)) as [number, number, number];
    routines.passedBetween(from, above, to, util.sizeFromShape(x.shape), bitsOf(least), bitsOf(most));
    return out;
  },
};

/** The least float above 0. */
const positive = 2 ** -149;

type Limits = readonly [least: number, most: number];
type Limited = Readonly<Record<string, (attributes: Readonly<Record<string, unknown>>) => Limits>>;

const limited: Limited = {
  Relu: () => [positive, Infinity],
  Relu6: () => [positive, 6],
  ClipByValue: ({ clipValueMin, clipValueMax }) => [clipValueMin as number, clipValueMax as number],
};

let registered = false;

/**
 * The gradients of what cuts values off, in one kernel where there is `PassedBetween`; elsewhere they are as they were.
 * Needs TensorFlow.js's own gradients to be registered before. A second call does nothing.
 */
export function registerPassedGradients(): void {
  if (registered) return;
  registered = true;
  for (const [kernelName, limitsOf] of Object.entries(limited)) {
    const original = needed(kernelName, getGradient(kernelName));
    unregisterGradient(kernelName);
    registerGradient({
      ...original,
      gradFunc(dy, saved, attributes) {
        const [x] = saved;
        const above = dy as Tensor;
        if (
          getKernel('PassedBetween', getBackend()) === undefined ||
          x!.dtype !== 'float32' ||
          above.dtype !== 'float32'
        ) {
          return original.gradFunc(dy, saved, attributes);
        }
        const [least, most] = limitsOf(attributes as Readonly<Record<string, unknown>>);
        return { x: () => engine().runKernel('PassedBetween', { x: x!, dy: above }, { least, most }) as Tensor };
      },
    });
  }
}

import { type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { bitsOf } from './product';
import { needed } from '../libraryChanged';
import { routinesOn } from '../routines/routines';
import { type WasmHeap, addressOf } from '../wasmHeap';

/** Numbers of one step of Adam: 1 − beta1, 1 − beta2, the rate corrected for the first steps, epsilon. */
export interface AdamNumbers {
  readonly share1: number;
  readonly share2: number;
  readonly rate: number;
  readonly epsilon: number;
}

/** One step of Adam for one weight: `[weight, mean, variance]`, all new. */
export const adamStep: KernelConfig = {
  kernelName: 'AdamStep',
  backendName: 'wasm',
  kernelFunc({ inputs, attrs, backend }) {
    const heap = backend as WasmHeap;
    const routines = needed('SIMD', routinesOn(heap));
    const given = ['weight', 'gradient', 'mean', 'variance'].map((name) => inputs[name]!);
    const { share1, share2, rate, epsilon } = attrs as unknown as AdamNumbers;
    const { shape } = given[0]!;
    const made = [0, 1, 2].map((): TensorInfo => heap.makeOutput(shape, 'float32'));
    const addresses = [...given, ...made].map((tensor) => addressOf(heap, tensor));
    const numbers = [share1, share2, rate, epsilon].map(bitsOf);
    routines.adamStep(...addresses, util.sizeFromShape(shape), ...numbers);
    return made;
  },
};

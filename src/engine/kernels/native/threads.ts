import type { WasmHeap } from '../wasmHeap';

/**
 * Does TensorFlow.js's module compute on one thread? On several its products of matrices are faster than ours, which have
 * one.
 */
export const oneThread = ({ wasm }: WasmHeap): boolean => wasm.tfjs.getThreadsCount() <= 1;

import type { Tensor } from '@tensorflow/tfjs-core';
import { type SymbolicTensor, model } from '../layers/tfjsLayers';

/** Inputs in, values of some layers out; what comes is new and belongs to the caller. */
export type Reader = (xs: readonly Tensor[], training: boolean) => Tensor[];

/** A model that gives the values of these symbols; it shares all layers and owns no tensor. Inputs may be among them. */
export function readerOf(inputs: readonly SymbolicTensor[], wanted: readonly SymbolicTensor[]): Reader {
  const computed = [...new Set(wanted)].filter((symbol) => !inputs.includes(symbol));
  const whole = computed.length === 0 ? null : model({ inputs: [...inputs], outputs: computed });
  return (xs, training) => {
    const results = whole?.apply(xs.length === 1 ? xs[0]! : [...xs], { training }) ?? [];
    const tensors = Array.isArray(results) ? (results as Tensor[]) : [results as Tensor];
    return wanted.map((symbol) => (tensors[computed.indexOf(symbol)] ?? xs[inputs.indexOf(symbol)]!).clone());
  };
}

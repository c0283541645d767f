import type { Tensor } from '@tensorflow/tfjs-core';

type Shape = (number | null)[];

export interface MaskedInput {
  readonly x: Tensor;
  /** What counts of `x`, as 1 or 0, without its last axis, mostly `[batch, steps]`; null where all of it counts. */
  readonly mask: Tensor | null;
}

/** What a layer with one input computes on; a mask comes as a second one (`src/compile/wired`). */
export function maskedInput(inputs: Tensor | readonly Tensor[]): MaskedInput {
  if (!Array.isArray(inputs)) return { x: inputs as Tensor, mask: null };
  const [x, mask = null] = inputs as readonly Tensor[];
  return { x: x!, mask };
}

/** The shape of the values, whether a mask comes with them or not. */
export function valuesShape(inputShape: Shape | readonly Shape[]): Shape {
  const [first] = inputShape;
  return Array.isArray(first) ? first : (inputShape as Shape);
}

/** What a layer with several inputs is told about their masks, which come behind the inputs in the same order. */
export interface MaskedPorts {
  readonly name?: string;
  /** By input: does it come with a mask? */
  readonly masked: readonly boolean[];
}

/** Inputs with their masks, by port. */
export function maskedInputs(inputs: readonly Tensor[], masked: readonly boolean[]): readonly MaskedInput[] {
  let place = masked.length;
  return masked.map((has, port) => ({ x: inputs[port]!, mask: has ? inputs[place++]! : null }));
}

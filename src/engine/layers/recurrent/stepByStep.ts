import { type Tensor, scalar } from '@tensorflow/tfjs-core';

/** One time step: the projected input `[batch, gates · units]` and the states → the new states, the output first. */
export type Cell = (x: Tensor, states: readonly Tensor[]) => readonly Tensor[];

/**
 * The steps of a recurrent layer one by one: the output of each, and the states behind the last. `valid` has 0 where a
 * step of a sample keeps the states as they were; its output is then the one before, or zeros.
 */
export function stepByStep(
  cell: Cell,
  steps: readonly Tensor[],
  valid: readonly Tensor[] | null,
  first: readonly Tensor[],
  zeroOutputForMask: boolean,
) {
  const outputs: Tensor[] = [];
  let states = first;
  steps.forEach((step, at) => {
    const next = cell(step, states);
    const here = valid?.[at];
    if (here === undefined) states = next;
    else {
      const skipped = scalar(1).sub(here);
      states = next.map((state, index) => state.mul(here).add(states[index]!.mul(skipped)));
    }
    outputs.push(here !== undefined && zeroOutputForMask ? next[0]!.mul(here) : states[0]!);
  });
  return [outputs, states] as const;
}

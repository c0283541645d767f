import { type Tensor, reverse } from '@tensorflow/tfjs-core';
import { hasKernel, runKernel, withGradients } from '../ownKernel';

/** A cell that has kernels of its own for all steps at once. */
export interface WholeCell {
  readonly kind: 'gru' | 'lstm' | 'simpleRnn';
  readonly activation: 'relu' | 'tanh';
}

/** The cell with these activations; null where they are not those that its kernels are written for. */
export function wholeCell(
  kind: WholeCell['kind'],
  { activation = 'tanh', recurrentActivation = 'sigmoid' }: { activation?: string; recurrentActivation?: string },
): WholeCell | null {
  const covered = activation === 'tanh' || activation === 'relu';
  return covered && recurrentActivation === 'sigmoid' ? { kind, activation } : null;
}

interface Given {
  /** What the input gives to the gates, `[batch, steps, gates · units]`. */
  readonly projected: Tensor;
  readonly kernel: Tensor;
  /** What is added to what the state gives to them (GRU). */
  readonly innerBias: Tensor | null;
  readonly mask: Tensor | null;
  /** The states before the first step; null where they are zeros. */
  readonly states: readonly Tensor[] | null;
}

interface Order {
  readonly goBackwards: boolean;
  readonly returnSequences: boolean;
  /** A masked step gives zeros instead of the output before it. */
  readonly zeroOutputForMask: boolean;
}

/** Has the backend in use one kernel for all steps of this cell? */
export const takesAllSteps = (): boolean => hasKernel('RecurrentSteps');

/**
 * All steps of a recurrent layer in one kernel, and their gradients in another: the output of every step, in the order in which they
 * are computed, or of the last one. `keepStates` is given the states behind the last step; they have no gradients.
 */
export function stepsAtOnce(
  cell: WholeCell,
  { projected, kernel, innerBias, mask, states }: Given,
  { goBackwards, returnSequences, zeroOutputForMask }: Order,
  keepStates: ((states: readonly Tensor[]) => void) | null,
): Tensor {
  const attributes = { ...cell, goBackwards, returnSequences };
  const others = {
    ...(mask === null ? {} : { mask }),
    ...(states === null ? {} : { state: states[0]!, ...(states.length > 1 ? { carry: states[1]! } : {}) }),
  };
  const run = (name: string, inputs: Readonly<Record<string, Tensor>>) => runKernel(name, inputs, attributes);
  const variable = innerBias === null ? [projected, kernel] : [projected, kernel, innerBias];
  const result = withGradients(variable, ([input, weights, bias]) => {
    const inputs = {
      projected: input!,
      kernel: weights!,
      ...(bias === undefined ? {} : { innerBias: bias }),
      ...others,
    };
    const [value, hidden, gates, other = gates] = run('RecurrentSteps', inputs) as [Tensor, Tensor, Tensor, Tensor?];
    keepStates?.((cell.kind === 'lstm' ? [hidden, other] : [hidden]).map(lastOf));
    return {
      value,
      saved: [input!, weights!, hidden, gates, other, ...(mask === null ? [] : [mask])],
      gradients(dy, saved) {
        const [before, kept, slots, out, rest, counted] = saved as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor?];
        const given = { projected: before, kernel: kept, hidden: slots, gates: out, other: rest, dy };
        const gradients = run('RecurrentStepsGradient', { ...given, ...(counted ? { mask: counted } : {}) });
        return gradients.slice(0, variable.length);
      },
    };
  });
  if (mask === null || !zeroOutputForMask) return result;
  const counts = (goBackwards ? reverse(mask, 1) : mask).expandDims(-1);
  return result.mul(returnSequences ? counts : counts.slice([0, counts.shape[1]! - 1], [-1, 1]).squeeze([1]));
}

/** The state behind the last step. */
function lastOf(states: Tensor): Tensor {
  const [batch, count, units] = states.shape as [number, number, number];
  return states.slice([0, count - 1, 0], [batch, 1, units]).reshape([batch, units]);
}

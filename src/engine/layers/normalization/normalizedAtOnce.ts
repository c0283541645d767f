import type { Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runKernel, withGradients } from '../ownKernel';

/** Has the backend in use kernels that normalize a batch by itself in one go? */
export const normalizesAtOnce = (): boolean => hasKernel('BatchNormalization');

/** The averages that follow what is seen of each batch. */
interface Moving {
  readonly movingMean: Tensor;
  readonly movingVariance: Tensor;
  readonly momentum: number;
}

/** What a batch says of itself, each `[channels]`; `next` are the averages after it where the kernel computes them too. */
export interface Seen {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly next: { readonly mean: Tensor; readonly variance: Tensor } | null;
}

/**
 * `x`, channels last, normalized by its own mean and variance over all other axes, with a factor and an offset for every channel
 * where they are given; in one kernel, and its gradients in another. `seen` is given mean and variance.
 */
export function normalizedAtOnce(
  x: Tensor,
  gamma: Tensor | null,
  beta: Tensor | null,
  epsilon: number,
  { momentum, ...moving }: Moving,
  seen: (batch: Seen) => void,
): Tensor {
  const variable = [x, ...(gamma ? [gamma] : []), ...(beta ? [beta] : [])];
  return withGradients(variable, (args) => {
    const [input, ...learned] = args as [Tensor, ...Tensor[]];
    const scale: Record<string, Tensor> = gamma ? { gamma: learned[0]! } : {};
    const offset: Record<string, Tensor> = beta ? { beta: learned.at(-1)! } : {};
    const given = { x: input, ...scale, ...offset, ...moving };
    const [value, mean, variance, ...next] = runKernel('BatchNormalization', given, { epsilon, momentum }) as [
      Tensor,
      Tensor,
      Tensor,
      ...Tensor[],
    ];
    seen({ mean, variance, next: next.length === 2 ? { mean: next[0]!, variance: next[1]! } : null });
    return {
      value,
      saved: [input, mean, variance, ...(gamma ? [learned[0]!] : [])],
      gradients(dy, saved) {
        const [before, middle, spread, factor] = saved as [Tensor, Tensor, Tensor, Tensor?];
        const made = { x: before, dy, mean: middle, variance: spread, ...(factor ? { gamma: factor } : {}) };
        const [dx, dGamma, dBeta] = runKernel('BatchNormalizationGradient', made, { epsilon }) as [
          Tensor,
          Tensor,
          Tensor,
        ];
        return [dx, ...(gamma ? [dGamma] : []), ...(beta ? [dBeta] : [])];
      },
    };
  });
}

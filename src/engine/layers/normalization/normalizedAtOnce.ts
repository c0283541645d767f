import type { Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runKernel, withGradients } from '../ownKernel';

/** Has the backend in use kernels that normalize a batch by itself in one go? */
export const normalizesAtOnce = (): boolean => hasKernel('BatchNormalization');

/**
 * `x`, channels last, normalized by its own mean and variance over all other axes, with a factor and an offset for every channel
 * where they are given; in one kernel, and its gradients in another. `seen` is given mean and variance, `[channels]`.
 */
export function normalizedAtOnce(
  x: Tensor,
  gamma: Tensor | null,
  beta: Tensor | null,
  epsilon: number,
  seen: (mean: Tensor, variance: Tensor) => void,
): Tensor {
  const run = (name: string, inputs: Readonly<Record<string, Tensor>>) => runKernel(name, inputs, { epsilon });
  const variable = [x, ...(gamma ? [gamma] : []), ...(beta ? [beta] : [])];
  return withGradients(variable, (args) => {
    const [input, ...learned] = args as [Tensor, ...Tensor[]];
    const scale: Record<string, Tensor> = gamma ? { gamma: learned[0]! } : {};
    const offset: Record<string, Tensor> = beta ? { beta: learned.at(-1)! } : {};
    const [value, mean, variance] = run('BatchNormalization', { x: input, ...scale, ...offset }) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    seen(mean, variance);
    return {
      value,
      saved: [input, mean, variance, ...(gamma ? [learned[0]!] : [])],
      gradients(dy, saved) {
        const [before, middle, spread, factor] = saved as [Tensor, Tensor, Tensor, Tensor?];
        const given = { x: before, dy, mean: middle, variance: spread, ...(factor ? { gamma: factor } : {}) };
        const [dx, dGamma, dBeta] = run('BatchNormalizationGradient', given) as [Tensor, Tensor, Tensor];
        return [dx, ...(gamma ? [dGamma] : []), ...(beta ? [dBeta] : [])];
      },
    };
  });
}

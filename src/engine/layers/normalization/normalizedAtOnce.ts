import { type Tensor, customGrad, engine, getBackend, getKernel } from '@tensorflow/tfjs-core';

/** Has the backend in use kernels that normalize a batch by itself in one go? */
export const normalizesAtOnce = (): boolean => !!getKernel('BatchNormalization', getBackend());

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
  const run = (name: string, inputs: Record<string, Tensor>) =>
    engine().runKernel(name, inputs as never, { epsilon }) as unknown as Tensor[];
  const variable = [x, ...(gamma ? [gamma] : []), ...(beta ? [beta] : [])];
  const computed = customGrad((...args) => {
    const save = args.pop() as unknown as (tensors: Tensor[]) => void;
    const [input, ...learned] = args as [Tensor, ...Tensor[]];
    const scale: Record<string, Tensor> = gamma ? { gamma: learned[0]! } : {};
    const offset: Record<string, Tensor> = beta ? { beta: learned.at(-1)! } : {};
    const [value, mean, variance] = run('BatchNormalization', { x: input, ...scale, ...offset }) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    seen(mean, variance);
    save([input, mean, variance, ...(gamma ? [learned[0]!] : [])]);
    return {
      value,
      gradFunc(dy: Tensor, saved: Tensor[]) {
        const [before, middle, spread, factor] = saved as [Tensor, Tensor, Tensor, Tensor?];
        const given = { x: before, dy, mean: middle, variance: spread, ...(factor ? { gamma: factor } : {}) };
        const [dx, dGamma, dBeta] = run('BatchNormalizationGradient', given) as [Tensor, Tensor, Tensor];
        return [dx, ...(gamma ? [dGamma] : []), ...(beta ? [dBeta] : [])];
      },
    };
  });
  return computed(...variable);
}

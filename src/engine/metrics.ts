import { type Tensor, stack, tidy } from '@tensorflow/tfjs-core';
import type { MetricName } from '../document/training';

/** What is added up over the batches of an epoch; the metrics follow from the sums. */
export const sums = [
  'loss',
  'samples',
  'right',
  'squares',
  'absolutes',
  'truePositives',
  'positives',
  'actual',
] as const;
type Sums = Readonly<Record<(typeof sums)[number], number>>;

/** The sums of one batch as one small vector, so that it can stay on the GPU and be added there. */
export function batchSums(loss: Tensor, targets: Tensor, outputs: Tensor, positive: number): Tensor {
  return tidy(() => {
    const [samples, units] = outputs.shape as [number, number];
    const said = outputs.greater(positive).toFloat();
    const actual = targets.greater(positive).toFloat();
    const right = units > 1 ? outputs.argMax(-1).equal(targets.argMax(-1)) : said.equal(actual);
    const difference = outputs.sub(targets);
    return stack([
      loss.sum(),
      outputs.zerosLike().sum().add(samples),
      right.toFloat().sum(),
      difference.square().mean(-1).sum(),
      difference.abs().mean(-1).sum(),
      said.mul(actual).sum(),
      said.sum(),
      actual.sum(),
    ]);
  });
}

export function named(values: ArrayLike<number>): Sums {
  return Object.fromEntries(sums.map((name, index) => [name, values[index]!])) as Sums;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

const table: Readonly<Record<MetricName, (sums: Sums) => number>> = {
  accuracy: ({ right, samples }) => share(right, samples),
  meanSquaredError: ({ squares, samples }) => share(squares, samples),
  meanAbsoluteError: ({ absolutes, samples }) => share(absolutes, samples),
  precision: ({ truePositives, positives }) => share(truePositives, positives),
  recall: ({ truePositives, actual }) => share(truePositives, actual),
};

export function metricsOf(names: readonly MetricName[], values: Sums): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, table[name](values)]));
}

import { type Tensor, stack, tidy } from '@tensorflow/tfjs-core';
import type { MetricName } from '../../document/training/trainingChoices';

/** What is added up over the batches of an epoch for each output; the metrics follow from the sums. */
const sums = ['loss', 'right', 'squares', 'absolutes', 'truePositives', 'positives', 'actual'] as const;

/** The sums of one output. */
export type Sums = Readonly<Record<(typeof sums)[number] | 'samples', number>>;

/** What an epoch adds up to: the total loss, and each output's own sums. */
export interface Totals {
  readonly loss: number;
  readonly samples: number;
  readonly outputs: readonly Sums[];
}

/** The sums of one output over one batch; `loss` is the batch's mean, and says yes is what lies above `positive`. */
export function outputSums(loss: Tensor, targets: Tensor, outputs: Tensor, positive: number): Tensor {
  return tidy(() => {
    const [samples, units] = outputs.shape as [number, number];
    const said = outputs.greater(positive).toFloat();
    const actual = targets.greater(positive).toFloat();
    const right = units > 1 ? outputs.argMax(-1).equal(targets.argMax(-1)) : said.equal(actual);
    const difference = outputs.sub(targets);
    return stack([
      loss.mul(samples),
      right.toFloat().sum(),
      difference.square().mean(-1).sum(),
      difference.abs().mean(-1).sum(),
      said.mul(actual).sum(),
      said.sum(),
      actual.sum(),
    ]);
  });
}

/** All sums of one batch as one small vector, so that it can stay on the GPU and be added there. */
export function batchSums(loss: Tensor, samples: number, outputs: readonly Tensor[]): Tensor {
  return tidy(() => {
    const total = loss.mul(samples);
    const head = stack([total, total.zerosLike().add(samples)]);
    return outputs.reduce((row, part) => row.concat(part), head);
  });
}

/** Whether these sums are of losses that are finite numbers; metrics may be infinite where a large difference is squared. */
export const isSound = ([loss = 0]: Iterable<number>): boolean => Number.isFinite(loss);

export function named(values: ArrayLike<number>): Totals {
  const [loss = 0, samples = 0, ...rest] = Array.from(values);
  const count = rest.length / sums.length;
  const outputs = Array.from({ length: count }, (_, output) => {
    const own = sums.map((name, index) => [name, rest[output * sums.length + index]!] as const);
    return { ...Object.fromEntries(own), samples } as Sums;
  });
  return { loss, samples, outputs };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

const table: Readonly<Record<MetricName, (sums: Sums) => number>> = {
  accuracy: ({ right, samples }) => share(right, samples),
  meanSquaredError: ({ squares, samples }) => share(squares, samples),
  meanAbsoluteError: ({ absolutes, samples }) => share(absolutes, samples),
  precision: ({ truePositives, positives }) => share(truePositives, positives),
  recall: ({ truePositives, actual }) => share(truePositives, actual),
};

/** The metrics of one output; those of several are named as in Keras: `<output>_loss`, `<output>_accuracy`. */
export interface OutputMetrics {
  readonly output: string;
  readonly metrics: readonly MetricName[];
}

/** The metrics by name: of the only output plain, of several with the output's name and its loss before weighting. */
export function metricsOf(outputs: readonly OutputMetrics[], totals: Totals): Record<string, number> {
  const several = outputs.length > 1;
  const entries = outputs.flatMap(({ output, metrics }, index) => {
    const own = totals.outputs[index]!;
    const prefix = several ? `${output}_` : '';
    const loss = several ? [[`${prefix}loss`, own.loss / own.samples] as const] : [];
    return [...loss, ...metrics.map((name) => [`${prefix}${name}`, table[name](own)] as const)];
  });
  return Object.fromEntries(entries);
}

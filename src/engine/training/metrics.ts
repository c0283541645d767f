import { type Tensor, concat, stack, tidy } from '@tensorflow/tfjs-core';
import type { MetricName } from '../../document/training/metrics';
import type { Answers, PlainSums } from '../../training/metric';
import { metricRules } from '../../training/metrics/rules';

/** What every output adds up, in this order. */
const plain = ['loss', 'right', 'squares', 'absolutes', 'truePositives', 'positives', 'actual'] as const;

/** The sums of one output over an epoch. */
export interface Sums extends PlainSums {
  readonly loss: number;
  /** By metric, in the output's order. */
  readonly metrics: readonly (readonly number[])[];
}

/** What an epoch adds up to: the total loss, and each output's own sums. */
export interface Totals {
  readonly loss: number;
  readonly samples: number;
  readonly outputs: readonly Sums[];
}

/** The metrics of one output; those of several are named as in Keras: `<output>_loss`, `<output>_accuracy`. */
export interface OutputMetrics {
  readonly output: string;
  readonly units: number;
  readonly metrics: readonly MetricName[];
}

/** The sums of one output over one batch; `loss` is the batch's mean, and says yes is what lies above `positive`. */
export function outputSums(loss: Tensor, { y, p, positive }: Answers): Tensor {
  return tidy(() => {
    const [samples, units] = p.shape as [number, number];
    const said = p.greater(positive).toFloat();
    const actual = y.greater(positive).toFloat();
    const right = units > 1 ? p.argMax(-1).equal(y.argMax(-1)) : said.equal(actual);
    const difference = p.sub(y);
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

/** The same with what its metrics add up besides. */
export function withMetrics(plainSums: Tensor, answers: Answers, metrics: readonly MetricName[]): Tensor {
  const units = answers.p.shape[1]!;
  const own = metrics.filter((name) => metricRules[name].size(units) > 0);
  if (own.length === 0) return plainSums;
  return tidy(() => concat([plainSums, ...own.map((name) => metricRules[name].sums(answers).flatten())]));
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

/** The sums of these outputs out of the vector that their batches were added to. */
export function named(values: ArrayLike<number>, outputs: readonly OutputMetrics[]): Totals {
  const all = Array.from(values);
  let at = 0;
  const next = (count: number) => all.slice(at, (at += count));
  const [loss = 0, samples = 0] = next(2);
  const each = outputs.map(({ units, metrics }): Sums => {
    const own = Object.fromEntries(next(plain.length).map((value, place) => [plain[place], value])) as Omit<
      Sums,
      'metrics'
    >;
    return { ...own, samples, metrics: metrics.map((name) => next(metricRules[name].size(units))) };
  });
  return { loss, samples, outputs: each };
}

/** The metrics by name: of the only output plain, of several with the output's name and its loss before weighting. */
export function metricsOf(outputs: readonly OutputMetrics[], totals: Totals): Record<string, number> {
  const several = outputs.length > 1;
  const entries = outputs.flatMap(({ output, metrics }, index) => {
    const own = totals.outputs[index]!;
    const prefix = several ? `${output}_` : '';
    const loss = several ? [[`${prefix}loss`, own.loss / own.samples] as const] : [];
    const values = metrics.map(
      (name, place) => [`${prefix}${name}`, metricRules[name].value(own.metrics[place]!, own)] as const,
    );
    return [...loss, ...values];
  });
  return Object.fromEntries(entries);
}

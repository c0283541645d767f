import { tensor2d } from '@tensorflow/tfjs-core';
import { type Dataset, sampleSize } from '../../data/dataset';
import type { Head } from '../../data/fitting';
import { type LinearModel, type Right, type Rows, fitLinear, saySoftly } from '../../data/scores/linear/linearModel';
import type { OutputEvaluation } from '../protocol/curves';
import { cancelledError } from '../protocol/engineError';
import { yieldToEventLoop } from '../watch/steps';
import { collectorFor, diagonal } from './collectors';
import type { Judging, Told } from './evaluate';

/** Rows that are learned from at most, and steps of which the progress is told. */
const mostRows = 20_000;
const mostSteps = 500;

/** Rows of some samples, each column with mean 0 and deviation 1 over the samples that are learned from. */
function standardised(dataset: Dataset, learned: Uint32Array, samples: Uint32Array): Rows {
  const width = sampleSize(dataset.shape);
  const [mean, squares] = [new Float64Array(width), new Float64Array(width)];
  const at = (sample: number, column: number) => dataset.values[sample * width + column]!;
  for (const sample of learned) for (let column = 0; column < width; column++) mean[column]! += at(sample, column);
  for (let column = 0; column < width; column++) mean[column]! /= Math.max(1, learned.length);
  for (const sample of learned)
    for (let column = 0; column < width; column++) squares[column]! += (at(sample, column) - mean[column]!) ** 2;
  const deviation = squares.map((own) => Math.sqrt(own / Math.max(1, learned.length)) || 1);
  const values = new Float64Array(samples.length * width);
  samples.forEach((sample, row) => {
    for (let column = 0; column < width; column++)
      values[row * width + column] = (at(sample, column) - mean[column]!) / deviation[column]!;
  });
  return { values, width, count: samples.length };
}

/** What is right for some samples. */
function rightFor({ target }: Dataset, samples: Uint32Array, classes: number): Right {
  if (target.kind === 'classes') {
    const labels = Uint16Array.from(samples, (sample) => target.labels[sample]!);
    return classes > 0
      ? { kind: 'classes', labels, units: classes }
      : { kind: 'numbers', values: Float64Array.from(labels), units: 1 };
  }
  const units = target.names.length;
  const values = new Float64Array(samples.length * units);
  samples.forEach((sample, row) =>
    values.set(target.values.subarray(sample * units, (sample + 1) * units), row * units),
  );
  return { kind: 'numbers', values, units };
}

/**
 * What a linear model gets on the same samples: least squares for numbers, logistic regression for classes, on the columns of a
 * table. Throws `EngineError('cancelled')`.
 */
export async function linearBaseline({ task, guard }: Judging, told: Told): Promise<OutputEvaluation> {
  const { dataset, split } = task;
  const head = task.heads[0]!;
  const held = split.validation.length > 0 ? split.validation : split.training;
  const every = Math.ceil(split.training.length / mostRows);
  const learned = split.training.filter((_, at) => at % every === 0);
  const numeric = collectorFor(task, head).result().errors !== undefined;
  const classes = numeric || dataset.target.kind !== 'classes' ? 0 : dataset.target.classes.length;
  const right = rightFor(dataset, learned, classes);
  const steps = fitLinear(standardised(dataset, learned, learned), right);
  let [step, done] = [steps.next(), 0];
  for (; !step.done; step = steps.next()) {
    if (told.cancelled.aborted) throw cancelledError();
    told.progress({ done: Math.min(++done, mostSteps - 1), total: mostSteps });
    await yieldToEventLoop();
  }
  told.progress({ done: mostSteps, total: mostSteps });
  const { said, loss } = answersOn(step.value, standardised(dataset, learned, held), rightFor(dataset, held, classes));
  const own: Head = {
    ...head,
    units: right.units,
    ...(classes > 0 && { loss: 'categoricalCrossentropy', targets: 'oneHot' }),
  };
  const collector = collectorFor({ ...task, split: { ...split, validation: held } }, own);
  const answer = tensor2d(said, [held.length, right.units], 'float32');
  const found = await guard
    .watch(collector.take(answer, held).then(() => collector.result()))
    .finally(() => answer.dispose());
  const accuracy = found.matrix.length === 0 ? null : diagonal(found.matrix) / Math.max(1, held.length);
  return { output: head.output, loss, accuracy, ...found };
}

/** What the model says of rows, and its mean loss: cross-entropy or squared error. */
function answersOn(model: LinearModel, rows: Rows, right: Right) {
  const { units } = model;
  const said = new Float32Array(rows.count * units);
  const own = new Float64Array(units);
  let loss = 0;
  for (let row = 0; row < rows.count; row++) {
    saySoftly(model, rows, row, own);
    said.set(own, row * units);
    if (right.kind === 'classes') loss -= Math.log(Math.max(1e-7, own[right.labels[row]!]!));
    else for (let unit = 0; unit < units; unit++) loss += (own[unit]! - right.values[row * units + unit]!) ** 2 / units;
  }
  return { said, loss: loss / Math.max(1, rows.count) };
}

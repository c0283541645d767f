import type { Tensor } from '@tensorflow/tfjs-core';
import { factsOf } from '../../data/dataset';
import type { Head } from '../../data/fitting';
import { tellsClasses } from '../../data/targets';
import { batchesOf } from '../../data/batches';
import { yieldToEventLoop } from '../watch/steps';
import { forget } from '../model/resetStates';
import type { Evaluation, Judgement, OutputEvaluation } from '../protocol/curves';
import type { Task } from './task';
import { type Job, check } from './train';
import { answersOf } from './trainStep';

/** Points of a scatter at most. */
const mostPoints = 600;

/**
 * Losses, accuracies, confusion matrices and points over the validation samples; over the training samples where none are
 * held back. The same over the samples of the test, where there are any.
 */
export async function evaluate(job: Pick<Job, 'task' | 'guard'>): Promise<Evaluation> {
  const { validation, training, test } = job.task.split;
  const held = await judgement(job, validation.length > 0 ? validation : training);
  return { ...held, test: test.length > 0 ? await judgement(job, test) : null };
}

/** How the model does on some samples. */
async function judgement(job: Pick<Job, 'task' | 'guard'>, samples: Task['split']['test']): Promise<Judgement> {
  const task: Task = { ...job.task, split: { ...job.task.split, validation: samples } };
  const totals = (await check({ ...job, task }))!;
  const collectors = task.heads.map((head) => collectorFor(task, head));
  forget(task.built);
  for (const batch of batchesOf(task, samples)) {
    const answers = answersOf(task, batch);
    await job.guard
      .watch(Promise.all(answers.map((answer, index) => collectors[index]!.take(answer, batch))))
      .finally(() => answers.forEach((answer) => answer.dispose()));
    await yieldToEventLoop();
  }
  const outputs = task.heads.map(({ output }, index): OutputEvaluation => {
    const own = totals.outputs[index]!;
    const found = collectors[index]!.result();
    const right = found.unanswered === 0 ? own.right : diagonal(found.matrix);
    const accuracy = found.matrix.length > 0 ? right / own.samples : null;
    return { output, loss: own.loss / own.samples, accuracy, ...found };
  });
  const accuracy = outputs.length === 1 ? outputs[0]!.accuracy : null;
  return { loss: totals.loss / totals.samples, accuracy, outputs };
}

interface Collector {
  take(answer: Tensor, samples: Uint32Array): Promise<void>;
  result(): Pick<OutputEvaluation, 'matrix' | 'perClass' | 'points'> & { readonly unanswered: number };
}

const diagonal = (matrix: OutputEvaluation['matrix']) => matrix.reduce((sum, row, label) => sum + row[label]!, 0);

function collectorFor(task: Task, head: Head): Collector {
  const { target } = task.dataset;
  if (target.kind === 'numbers') return new Points(target.values, head.units, task.split.validation.length);
  const facts = factsOf(task.dataset).target;
  if (!tellsClasses(head.loss, head.units, facts))
    return new Points(Float32Array.from(target.labels), 1, task.split.validation.length);
  return new Matrix(target.labels, Math.max(head.units, target.classes.length), head);
}

/** Which class each sample is taken for: its largest output, or whether the only one says yes. */
class Matrix implements Collector {
  private readonly matrix: number[][];
  private unanswered = 0;

  constructor(
    private readonly labels: ArrayLike<number>,
    classes: number,
    private readonly head: Head,
  ) {
    this.matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  }

  async take(answer: Tensor, samples: Uint32Array): Promise<void> {
    const values = await answer.data();
    const { units, targets } = this.head;
    const yes = targets === 'plusMinus' ? 0 : 0.5;
    samples.forEach((sample, row) => {
      const own = values.subarray(row * units, (row + 1) * units);
      if (own.some(Number.isNaN)) {
        this.unanswered++;
        return;
      }
      const said = units === 1 ? Number(own[0]! > yes) : own.indexOf(Math.max(...own));
      this.matrix[this.labels[sample]!]![said]! += 1;
    });
  }

  result() {
    const perClass = this.matrix.map((row, label) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return total === 0 ? null : row[label]! / total;
    });
    return { matrix: this.matrix, perClass, points: [], unanswered: this.unanswered };
  }
}

/** What is right against what the model says: the first number of a fair share of the samples. */
class Points implements Collector {
  private readonly points: (readonly [number, number])[] = [];
  private readonly every: number;
  private seen = 0;
  private unanswered = 0;

  constructor(
    private readonly truths: ArrayLike<number>,
    private readonly units: number,
    count: number,
  ) {
    this.every = Math.ceil(count / mostPoints);
  }

  async take(answer: Tensor, samples: Uint32Array): Promise<void> {
    const values = await answer.data();
    samples.forEach((sample, row) => {
      const said = values[row * this.units]!;
      if (values.subarray(row * this.units, (row + 1) * this.units).some(Number.isNaN)) this.unanswered++;
      if (this.seen++ % this.every === 0 && Number.isFinite(said)) {
        this.points.push([this.truths[sample * this.units]!, said]);
      }
    });
  }

  result() {
    return { matrix: [], perClass: [], points: this.points, unanswered: this.unanswered };
  }
}

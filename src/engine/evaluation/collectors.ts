import type { Tensor } from '@tensorflow/tfjs-core';
import { factsOf } from '../../data/dataset';
import type { Head } from '../../data/fitting';
import { ErrorTotals } from '../../data/scores/numberScores';
import { tellsClasses } from '../../data/targets';
import type { OutputEvaluation } from '../protocol/curves';
import type { Task } from '../training/task';

/** Points of a scatter at most. */
const mostPoints = 600;

/** Gathers what an output says about samples, batch by batch. */
export interface Collector {
  take(answer: Tensor, samples: Uint32Array): Promise<void>;
  result(): Pick<OutputEvaluation, 'matrix' | 'perClass' | 'points' | 'majority' | 'errors'> & {
    readonly unanswered: number;
  };
}

/** How many samples are taken for what they are. */
export const diagonal = (matrix: OutputEvaluation['matrix']) =>
  matrix.reduce((sum, row, label) => sum + row[label]!, 0);

/** What an output is judged by: classes by a matrix, numbers by their errors. */
export function collectorFor(task: Task, head: Head): Collector {
  const { target } = task.dataset;
  const { training, validation } = task.split;
  const numbers = (values: ArrayLike<number>, units: number) =>
    new Points(values, units, validation.length, meansOf(values, units, training));
  if (target.kind === 'numbers') return numbers(target.values, head.units);
  const facts = factsOf(task.dataset).target;
  if (!tellsClasses(head.loss, head.units, facts)) return numbers(Float32Array.from(target.labels), 1);
  const classes = Math.max(head.units, target.classes.length);
  return new Matrix(target.labels, classes, head, mostOften(target.labels, classes, training));
}

/** Which class each sample is taken for: its largest output, or whether the only one says yes. */
class Matrix implements Collector {
  private readonly matrix: number[][];
  private unanswered = 0;

  constructor(
    private readonly labels: ArrayLike<number>,
    classes: number,
    private readonly head: Head,
    /** What one would always say who knows only how often each class comes in training. */
    private readonly majority: number,
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
    return { matrix: this.matrix, perClass, points: [], unanswered: this.unanswered, majority: this.majority };
  }
}

/** What is right against what the model says: the first number of a fair share of the samples. */
class Points implements Collector {
  private readonly points: (readonly [number, number])[] = [];
  private readonly every: number;
  private readonly totals: ErrorTotals;
  private seen = 0;
  private unanswered = 0;

  constructor(
    private readonly truths: ArrayLike<number>,
    private readonly units: number,
    count: number,
    means: readonly number[],
  ) {
    this.every = Math.ceil(count / mostPoints);
    this.totals = new ErrorTotals(means);
  }

  async take(answer: Tensor, samples: Uint32Array): Promise<void> {
    const values = await answer.data();
    samples.forEach((sample, row) => {
      const answer = values.subarray(row * this.units, (row + 1) * this.units);
      const said = answer[0]!;
      if (answer.some(Number.isNaN)) this.unanswered++;
      else answer.forEach((own, unit) => this.totals.take(unit, this.truths[sample * this.units + unit]!, own));
      if (this.seen++ % this.every === 0 && Number.isFinite(said)) {
        this.points.push([this.truths[sample * this.units]!, said]);
      }
    });
  }

  result() {
    const { points, unanswered } = this;
    return { matrix: [], perClass: [], points, unanswered, errors: this.totals.sums() };
  }
}

/** The class that comes most often among samples; the first of several. */
function mostOften(labels: ArrayLike<number>, classes: number, samples: Uint32Array): number {
  const counts = new Uint32Array(classes);
  for (const sample of samples) counts[labels[sample]!]!++;
  return counts.indexOf(Math.max(...counts));
}

/** The mean of each unit's number over samples. */
function meansOf(values: ArrayLike<number>, units: number, samples: Uint32Array): readonly number[] {
  return Array.from({ length: units }, (_, unit) => {
    let sum = 0;
    for (const sample of samples) sum += values[sample * units + unit]!;
    return sum / Math.max(1, samples.length);
  });
}

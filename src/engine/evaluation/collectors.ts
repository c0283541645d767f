import type { Tensor } from '@tensorflow/tfjs-core';
import { factsOf } from '../../data/dataset';
import type { Head } from '../../data/fitting';
import { AnswerKeeper, saidClass } from '../../data/scores/keptAnswers';
import { ErrorTotals } from '../../data/scores/numberScores';
import { tellsClasses } from '../../data/targets';
import type { OutputEvaluation } from '../protocol/curves';
import type { Task } from '../training/task';

/** Points of a scatter at most. */
const mostPoints = 600;

/** Gathers what an output says about samples, batch by batch. */
export interface Collector {
  take(answer: Tensor, samples: Uint32Array): Promise<void>;
  result(): Pick<OutputEvaluation, 'matrix' | 'perClass' | 'points' | 'majority' | 'shares' | 'errors' | 'answers'> & {
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
  const counts = countsOf(target.labels, classes, training);
  return new Matrix(target.labels, classes, head, { counts, samples: validation.length });
}

/** Which class each sample is taken for: its largest output, or whether the only one says yes. */
class Matrix implements Collector {
  private readonly matrix: number[][];
  private readonly keeper: AnswerKeeper;
  private readonly limit: number | null;
  private unanswered = 0;

  constructor(
    private readonly labels: ArrayLike<number>,
    classes: number,
    private readonly head: Head,
    /** How often each class comes in training, and how many samples are judged. */
    private readonly facts: { readonly counts: Uint32Array; readonly samples: number },
  ) {
    this.matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
    this.limit = head.units > 1 ? null : head.targets === 'plusMinus' ? 0 : 0.5;
    this.keeper = new AnswerKeeper(head.units, facts.samples, this.limit);
  }

  async take(answer: Tensor, samples: Uint32Array): Promise<void> {
    const values = await answer.data();
    const { units } = this.head;
    samples.forEach((sample, row) => {
      const own = values.subarray(row * units, (row + 1) * units);
      if (own.some(Number.isNaN)) {
        this.unanswered++;
        return;
      }
      const right = this.labels[sample]!;
      this.matrix[right]![saidClass(own, this.limit)]! += 1;
      this.keeper.take(sample, own, [right]);
    });
  }

  result() {
    const perClass = this.matrix.map((row, label) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return total === 0 ? null : row[label]! / total;
    });
    const { matrix, unanswered, keeper } = this;
    const { counts } = this.facts;
    const total = counts.reduce((sum, count) => sum + count, 0);
    return {
      matrix,
      perClass,
      points: [],
      unanswered,
      // What one would always say who knows only how often each class comes in training; the first of several.
      majority: counts.indexOf(Math.max(...counts)),
      shares: Array.from(counts, (count) => count / Math.max(1, total)),
      answers: keeper.kept(),
    };
  }
}

/** What is right against what the model says: the first number of a fair share of the samples. */
class Points implements Collector {
  private readonly points: (readonly [number, number])[] = [];
  private readonly every: number;
  private readonly totals: ErrorTotals;
  private readonly keeper: AnswerKeeper;
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
    this.keeper = new AnswerKeeper(units, count, null);
  }

  async take(answer: Tensor, samples: Uint32Array): Promise<void> {
    const values = await answer.data();
    samples.forEach((sample, row) => {
      const answer = values.subarray(row * this.units, (row + 1) * this.units);
      const said = answer[0]!;
      if (answer.some(Number.isNaN)) this.unanswered++;
      else {
        const right = Array.from(answer, (_, unit) => this.truths[sample * this.units + unit]!);
        right.forEach((own, unit) => this.totals.take(unit, own, answer[unit]!));
        this.keeper.take(sample, answer, right);
      }
      if (this.seen++ % this.every === 0 && Number.isFinite(said)) {
        this.points.push([this.truths[sample * this.units]!, said]);
      }
    });
  }

  result() {
    const { points, unanswered, totals, keeper } = this;
    return { matrix: [], perClass: [], points, unanswered, errors: totals.sums(), answers: keeper.kept() };
  }
}

/** How often each class comes among samples. */
function countsOf(labels: ArrayLike<number>, classes: number, samples: Uint32Array): Uint32Array {
  const counts = new Uint32Array(classes);
  for (const sample of samples) counts[labels[sample]!]!++;
  return counts;
}

/** The mean of each unit's number over samples. */
function meansOf(values: ArrayLike<number>, units: number, samples: Uint32Array): readonly number[] {
  return Array.from({ length: units }, (_, unit) => {
    let sum = 0;
    for (const sample of samples) sum += values[sample * units + unit]!;
    return sum / Math.max(1, samples.length);
  });
}

import type { Run } from '../../engine/protocol/run';
import { isFineTuning, laterStages } from '../../editor/run/runStages';
import type { BatchProgress, EpochMetrics } from '../../engine/protocol/curves';

/** One line of a chart: a value, or a gap, at each of the common x positions. */
export interface Line {
  readonly run: string;
  /** `batches`: the means so far within each epoch, as they were reported. */
  readonly part: 'batches' | 'train' | 'validation';
  readonly values: readonly (number | null)[];
}

/** A place on the curve where training was taken up again. */
export interface Mark {
  readonly at: number;
  readonly fineTuning: boolean;
}

export interface ChartData {
  /** Epochs, 1 for the first; fractions are places within an epoch. */
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
}

/** `loss`, or a metric by its name: `accuracy`, `<output>_loss`. */
export type Measure = string;

/** What the runs measured besides the loss, in the first run's order. */
export function measuresOf(runs: readonly Run[]): readonly Measure[] {
  return [...new Set(runs.flatMap(({ epochs }) => Object.keys(epochs[0]?.metrics ?? {})))];
}

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

const valueOf = (epoch: EpochMetrics, measure: Measure, part: 'train' | 'validation'): number | null => {
  if (measure === 'loss') return finite(part === 'train' ? epoch.loss : epoch.validationLoss);
  return finite((part === 'train' ? epoch.metrics : epoch.validationMetrics)[measure] ?? null);
};

/** Where the run stood at each report: the means of its epoch so far. */
function batchPoints(trail: readonly BatchProgress[], measure: Measure): readonly (readonly [number, number])[] {
  return trail.flatMap((progress) => {
    const value = finite(measure === 'loss' ? progress.loss : (progress.metrics[measure] ?? null));
    if (value === null || progress.batch === 0) return [];
    return [[progress.epoch - 1 + progress.batch / Math.max(1, progress.batches), value] as const];
  });
}

/** The lines of several runs over common x positions; the first run is the one that the trail of reports belongs to. */
export function chartData(runs: readonly Run[], measure: Measure, trail: readonly BatchProgress[]): ChartData {
  const batches = new Map(runs.length === 0 ? [] : batchPoints(trail, measure));
  const positions = new Set(runs.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch)));
  for (const position of batches.keys()) positions.add(position);
  const x = [...positions].toSorted((a, b) => a - b);
  const line = (run: Run, part: Line['part'], values: ReadonlyMap<number, number | null>): Line => ({
    run: run.id,
    part,
    values: x.map((position) => values.get(position) ?? null),
  });
  const lines = runs.flatMap((run, order) => [
    ...(order === 0 ? [line(run, 'batches', batches)] : []),
    ...(['train', 'validation'] as const).map((part) =>
      line(run, part, new Map(run.epochs.map((epoch) => [epoch.epoch, valueOf(epoch, measure, part)]))),
    ),
  ]);
  const [current] = runs;
  const marks = current
    ? laterStages(current).map((stage): Mark => ({ at: stage.after, fineTuning: isFineTuning(current, stage) }))
    : [];
  return { x, lines: lines.filter(({ values }) => values.some((value) => value !== null)), marks };
}

import type { BatchProgress, EpochMetrics, Run } from '../../engine/protocol';

/** One line of a chart: a value, or a gap, at each of the common x positions. */
export interface Line {
  readonly run: string;
  readonly part: 'train' | 'validation';
  readonly values: readonly (number | null)[];
}

export interface ChartData {
  /** Epochs, 1 for the first; a fraction marks the point inside the running epoch. */
  readonly x: readonly number[];
  readonly lines: readonly Line[];
}

export type Measure = 'loss' | 'accuracy';

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

const valueOf = (epoch: EpochMetrics, measure: Measure, part: Line['part']): number | null => {
  if (measure === 'loss') return finite(part === 'train' ? epoch.loss : epoch.validationLoss);
  return finite(part === 'train' ? epoch.accuracy : epoch.validationAccuracy);
};

/** Where the running epoch stands: its mean so far, as a last point of the training line. */
function livePoint(progress: BatchProgress | null, measure: Measure): { x: number; value: number } | null {
  if (progress === null || progress.batch === 0) return null;
  const value = finite(measure === 'loss' ? progress.loss : progress.accuracy);
  return value === null ? null : { x: progress.epoch - 1 + progress.batch / Math.max(1, progress.batches), value };
}

/** The lines of several runs over common x positions; the first run is the one that `progress` belongs to. */
export function chartData(runs: readonly Run[], measure: Measure, progress: BatchProgress | null): ChartData {
  const [current] = runs;
  const live = current?.state === 'running' || current?.state === 'paused' ? livePoint(progress, measure) : null;
  const done = current?.epochs.at(-1)?.epoch ?? 0;
  const point = live !== null && live.x > done ? live : null;
  const positions = new Set(runs.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch)));
  if (point) positions.add(point.x);
  const x = [...positions].toSorted((a, b) => a - b);
  const lines = runs.flatMap((run, order) =>
    (['train', 'validation'] as const).map((part): Line => {
      const byEpoch = new Map(run.epochs.map((epoch) => [epoch.epoch, valueOf(epoch, measure, part)]));
      if (order === 0 && part === 'train' && point) byEpoch.set(point.x, point.value);
      return { run: run.id, part, values: x.map((position) => byEpoch.get(position) ?? null) };
    }),
  );
  return { x, lines: lines.filter(({ values }) => values.some((value) => value !== null)) };
}

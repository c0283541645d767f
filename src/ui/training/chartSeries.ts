import type { Run } from '../../engine/protocol/run';
import type { BatchProgress, EpochMetrics } from '../../engine/protocol/curves';

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

/** `loss`, or a metric by its name: `accuracy`, `<output>_loss`. */
export type Measure = string;

/** What the runs measured besides the loss, in the first run's order. */
export function measuresOf(runs: readonly Run[]): readonly Measure[] {
  return [...new Set(runs.flatMap(({ epochs }) => Object.keys(epochs[0]?.metrics ?? {})))];
}

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

const valueOf = (epoch: EpochMetrics, measure: Measure, part: Line['part']): number | null => {
  if (measure === 'loss') return finite(part === 'train' ? epoch.loss : epoch.validationLoss);
  return finite((part === 'train' ? epoch.metrics : epoch.validationMetrics)[measure] ?? null);
};

/** Where the running epoch stood at each report: its means, as the last points of the training line. */
function livePoints(trail: readonly BatchProgress[], measure: Measure): readonly (readonly [number, number])[] {
  return trail.flatMap((progress) => {
    const value = finite(measure === 'loss' ? progress.loss : (progress.metrics[measure] ?? null));
    if (value === null || progress.batch === 0) return [];
    return [[progress.epoch - 1 + progress.batch / Math.max(1, progress.batches), value] as const];
  });
}

/**
 * The lines of several runs over common x positions; the first run is the one that the trail of reports belongs to,
 * of which only what lies behind the last whole epoch is drawn.
 */
export function chartData(runs: readonly Run[], measure: Measure, trail: readonly BatchProgress[]): ChartData {
  const [current] = runs;
  const done = current?.epochs.at(-1)?.epoch ?? 0;
  const active = current?.state === 'running' || current?.state === 'paused';
  const live = active ? livePoints(trail, measure).filter(([position]) => position > done) : [];
  const positions = new Set(runs.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch)));
  for (const [position] of live) positions.add(position);
  const x = [...positions].toSorted((a, b) => a - b);
  const lines = runs.flatMap((run, order) =>
    (['train', 'validation'] as const).map((part): Line => {
      const byEpoch = new Map(run.epochs.map((epoch) => [epoch.epoch, valueOf(epoch, measure, part)]));
      if (order === 0 && part === 'train') for (const [position, value] of live) byEpoch.set(position, value);
      return { run: run.id, part, values: x.map((position) => byEpoch.get(position) ?? null) };
    }),
  );
  return { x, lines: lines.filter(({ values }) => values.some((value) => value !== null)) };
}

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../engine/protocol';
import { trainingWords } from '../../i18n/training';
import { useServices, useWords } from '../services';
import styles from './Charts.module.css';
import { LineChart } from './LineChart';
import { type Measure, chartData } from './chartSeries';
import { colorOf } from './runColors';

/** Loss and accuracy of the run and of those it is compared with: training solid, validation dashed. */
export function Charts({ compared }: { readonly compared: readonly string[] }) {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const run = useStore(runner.store, (state) => state.run);
  const runs = useStore(runner.store, (state) => state.runs);
  const shown = useMemo<readonly Run[]>(() => {
    const others = runs.filter(({ id }) => compared.includes(id) && id !== run?.id);
    return run ? [run, ...others] : others;
  }, [run, runs, compared]);
  if (shown.length === 0) return null;
  return (
    <>
      <p className={styles.legend}>
        <span className={styles.solid}>{words.train}</span>
        <span className={styles.dashed}>{words.validation}</span>
      </p>
      <div className={styles.charts}>
        <Chart measure="loss" runs={shown} title={words.lossChart} />
        <Chart measure="accuracy" runs={shown} title={words.accuracyChart} />
      </div>
    </>
  );
}

interface ChartProps {
  readonly measure: Measure;
  readonly runs: readonly Run[];
  readonly title: string;
}

function Chart({ measure, runs, title }: ChartProps) {
  const { runner, preferences } = useServices();
  const theme = useStore(preferences, (state) => state.theme);
  const progress = useStore(runner.store, (state) => state.progress);
  const history = useStore(runner.store, (state) => state.runs);
  const data = useMemo(() => chartData(runs, measure, progress), [runs, measure, progress]);
  if (data.lines.length === 0) return null;
  const strokes = data.lines.map(({ run, part }) => `${colorOf(run, runs[0]?.id, history)} ${part}`);
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <LineChart key={`${theme} ${strokes.join()}`} title={title} data={data} strokes={strokes} />
    </figure>
  );
}

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../engine/protocol/run';
import type { BatchProgress } from '../../engine/protocol/curves';
import { trainingWords } from '../../i18n/panels/training';
import { useServices, useWords } from '../services';
import { useShownTheme } from '../kit/useShownTheme';
import styles from './Charts.module.css';
import { LineChart } from './LineChart';
import { type Measure, chartData, measuresOf } from './chartSeries';
import { colorOf } from './results/runColors';

/** Loss and metrics of the run and of those it is compared with: training solid, validation dashed. */
export function Charts({ compared }: { readonly compared: readonly string[] }) {
  const { runner, preferences } = useServices();
  const words = useWords(trainingWords);
  const logarithmic = useStore(preferences, (state) => state.logLoss);
  const run = useStore(runner.store, (state) => state.run);
  const runs = useStore(runner.store, (state) => state.runs);
  const trail = useStore(runner.store, (state) => state.batches);
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
        {trail.length > 0 && <span className={styles.thin}>{words.withinEpochs}</span>}
        <label className={styles.scale}>
          <input
            type="checkbox"
            checked={logarithmic}
            onChange={({ target }) => preferences.setState({ logLoss: target.checked })}
          />
          {words.logScale}
        </label>
      </p>
      <div className={styles.charts}>
        <Chart measure="loss" runs={shown} trail={trail} title={words.lossChart} logarithmic={logarithmic} />
        {measuresOf(shown).map((measure) => (
          <Chart
            key={measure}
            measure={measure}
            runs={shown}
            trail={trail}
            title={measure === 'accuracy' ? words.accuracyChart : measure}
          />
        ))}
      </div>
    </>
  );
}

interface ChartProps {
  readonly measure: Measure;
  readonly runs: readonly Run[];
  readonly trail: readonly BatchProgress[];
  readonly title: string;
  readonly logarithmic?: boolean;
}

function Chart({ measure, runs, trail, title, logarithmic = false }: ChartProps) {
  const { runner } = useServices();
  const theme = useShownTheme();
  const history = useStore(runner.store, (state) => state.runs);
  const data = useMemo(() => chartData(runs, measure, trail), [runs, measure, trail]);
  if (data.lines.length === 0) return null;
  const strokes = data.lines.map(({ run, part }) => `${colorOf(run, runs[0]?.id, history)} ${part}`);
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <LineChart
        key={`${theme} ${logarithmic} ${strokes.join()}`}
        title={title}
        data={data}
        strokes={strokes}
        highest={measure.endsWith('accuracy') ? 1 : null}
        logarithmic={logarithmic}
      />
    </figure>
  );
}

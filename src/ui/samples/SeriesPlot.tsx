import styles from './SeriesPlot.module.css';

interface SeriesPlotProps {
  readonly values: ArrayLike<number>;
  readonly label: string;
  /** What comes next: what is right, and what the model says. */
  readonly right?: number | undefined;
  readonly said?: number | undefined;
}

const [width, height] = [240, 72];

/** A stretch of time as a line; what comes next as a ring, what the model says as a dot. */
export function SeriesPlot({ values, label, right, said }: SeriesPlotProps) {
  const line = Array.from(values);
  const all = [...line, right, said].filter((value): value is number => value !== undefined && Number.isFinite(value));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (step: number) => 4 + (step / Math.max(1, line.length)) * (width - 12);
  const y = (value: number) => height - 6 - ((value - low) / Math.max(high - low, 1e-9)) * (height - 12);
  const path = line.map((value, step) => `${step === 0 ? 'M' : 'L'}${x(step).toFixed(1)} ${y(value).toFixed(1)}`);
  return (
    <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`}>
      <title>{label}</title>
      <path d={path.join('')} className={styles.line} />
      {right !== undefined && <circle cx={x(line.length)} cy={y(right)} r="4" className={styles.right} />}
      {said !== undefined && <circle cx={x(line.length)} cy={y(said)} r="3" className={styles.said} />}
    </svg>
  );
}

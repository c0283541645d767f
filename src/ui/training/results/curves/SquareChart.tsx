import styles from './SquareChart.module.css';

interface SquareChartProps {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly said: string;
  readonly axes: string;
  /** From 0 to 1 across and up; further lines are drawn thinner. */
  readonly line: readonly (readonly [x: number, y: number])[];
  /** What needs no model. */
  readonly plain: readonly (readonly [x: number, y: number])[];
  readonly dots?: readonly (readonly [x: number, y: number])[];
  /** One that stands out. */
  readonly mark?: readonly [x: number, y: number] | undefined;
}

const side = 120;
const margin = 6;
const inner = side - 2 * margin;

/** A curve in a square from 0 to 1, beside what needs no model. */
export function SquareChart({ title, said, axes, line, plain, dots = [], mark }: SquareChartProps) {
  const x = (value: number) => margin + value * inner;
  const y = (value: number) => side - margin - value * inner;
  const path = (points: SquareChartProps['line']) =>
    points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`).join('');
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${side} ${side}`}>
        <title>{said}</title>
        <rect x={margin} y={margin} width={inner} height={inner} className={styles.frame} />
        <path d={path(plain)} className={styles.plain} />
        <path d={path(line)} className={styles.line} />
        {dots.map(([px, py], at) => (
          <circle key={at} cx={x(px)} cy={y(py)} r="2.5" className={styles.dot} />
        ))}
        {mark && <circle cx={x(mark[0])} cy={y(mark[1])} r="4" className={styles.mark} />}
      </svg>
      <figcaption>
        <b>{title}</b> {axes}
      </figcaption>
    </figure>
  );
}

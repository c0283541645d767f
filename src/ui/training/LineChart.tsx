import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import styles from './Charts.module.css';
import type { ChartData } from './chartSeries';

interface LineChartProps {
  readonly title: string;
  readonly data: ChartData;
  /** `--accent train`: theme variable and part of each line. Draw the chart anew (by `key`) when they or the theme change. */
  readonly strokes: readonly string[];
  /** Largest value there can be, or null. */
  readonly highest: number | null;
}

/** A line chart that follows its data without being built anew. */
export function LineChart({ title, data, strokes, highest }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot | null>(null);
  const kinds = strokes.join('|');

  useEffect(() => {
    const element = box.current!;
    const style = getComputedStyle(document.documentElement);
    const color = (name: string) => style.getPropertyValue(name).trim();
    const axis = {
      stroke: color('--muted'),
      font: `11px ${style.getPropertyValue('--font')}`,
      grid: { stroke: color('--line'), width: 1 },
      ticks: { show: false },
    };
    const size = () => ({ width: Math.max(80, element.clientWidth), height: Math.max(80, element.clientHeight) });
    const series = kinds.split('|').map((kind) => {
      const [name = '', part] = kind.split(' ');
      return {
        stroke: color(name),
        width: 2,
        spanGaps: true,
        points: { show: (plot: UPlot) => (plot.data[0]?.length ?? 0) < 30, size: 5 },
        ...(part === 'validation' ? { dash: [5, 4] } : {}),
      };
    });
    const plot = new UPlot(
      {
        ...size(),
        padding: [8, 10, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        scales: {
          x: { time: false, range: (_, low, high) => [Math.min(low, 1), Math.max(high, 2)] },
          y: { range: (_, low, high) => padded(low, high, highest) },
        },
        axes: [
          { ...axis, size: 26, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
          { ...axis, size: 46 },
        ],
        series: [{}, ...series],
      },
      [[], ...series.map(() => [])],
      element,
    );
    chart.current = plot;
    const observer = new ResizeObserver(() => plot.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
      chart.current = null;
    };
  }, [kinds, highest]);

  useEffect(() => chart.current?.setData(aligned(data)), [data]);

  return (
    <>
      <div ref={box} className={styles.plot} aria-hidden="true" />
      <span className={styles.hidden}>{`${title}: ${lastValues(data)}`}</span>
    </>
  );
}

/** The values' range with some air, at most up to the highest possible value. */
function padded(low: number, high: number, highest: number | null): [number, number] {
  const air = Math.max((high - low) * 0.12, Math.abs(high) * 0.02, 1e-6);
  return [Math.max(0, low - air), highest === null ? high + air : Math.min(highest, high + air)];
}

const aligned = ({ x, lines }: ChartData): UPlot.AlignedData =>
  [[...x], ...lines.map(({ values }) => [...values])] as UPlot.AlignedData;

const lastValues = ({ lines }: ChartData) =>
  lines.map(({ values }) => values.findLast((value) => value !== null)?.toFixed(4) ?? '').join(', ');

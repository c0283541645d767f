import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import styles from './Charts.module.css';
import { trainingWords } from '../../i18n/panels/training';
import { useWords } from '../services';
import { type MarkNames, drawMarks, markTexts } from './chartMarks';
import type { ChartData, Line } from './chartSeries';
import { chartText } from './chartText';
import { lineLook } from './lineLooks';

interface LineChartProps {
  readonly title: string;
  readonly data: ChartData;
  /** `--accent train`: theme variable and part of each line. Draw the chart anew (by `key`) when they, theme or scale change. */
  readonly strokes: readonly string[];
  /** Largest value there can be, or null. */
  readonly highest: number | null;
  /** Ten times as much is as far everywhere; values of 0 have no place. */
  readonly logarithmic: boolean;
}

/** A line chart that follows its data without being built anew. */
export function LineChart({ title, data, strokes, highest, logarithmic }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot | null>(null);
  const words = useWords(trainingWords);
  const names: MarkNames = words;
  const shown = useRef({ marks: data.marks, names });
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
      const [name = '', part = 'train'] = kind.split(' ');
      return lineLook(part as Line['part'], color(name), { panel: color('--panel'), text: color('--text') });
    });
    const marked = (plot: UPlot) =>
      drawMarks(
        plot,
        shown.current.marks,
        { color: color('--muted'), font: axis.font, low: highest !== null },
        shown.current.names,
      );
    const plot = new UPlot(
      {
        ...size(),
        padding: [8, 10, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        scales: {
          x: { time: false, range: (_, low, high) => epochRange(low, high) },
          y: logarithmic
            ? { distr: 3, range: (_, low, high) => UPlot.rangeLog(low, high, 10, false) }
            : { range: (_, low, high) => padded(low, high, highest) },
        },
        axes: [
          { ...axis, size: 26, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
          { ...axis, size: 46 },
        ],
        series: [{}, ...series],
        hooks: { draw: [marked] },
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
  }, [kinds, highest, logarithmic]);

  useEffect(() => {
    shown.current = { marks: data.marks, names };
    chart.current?.setData(aligned(data, logarithmic ? 0 : -Infinity));
  }, [data, names, logarithmic]);

  return (
    <>
      <div ref={box} className={styles.plot} aria-hidden="true" />
      <span className={styles.hidden}>
        {[chartText(title, data, words), ...markTexts(data.marks, names)].join('. ')}
      </span>
    </>
  );
}

/** The values' range with some air, at most up to the highest possible value. */
function padded(low: number, high: number, highest: number | null): [number, number] {
  const air = Math.max((high - low) * 0.12, Math.abs(high) * 0.02, 1e-6);
  return [Math.max(0, low - air), highest === null ? high + air : Math.min(highest, high + air)];
}

/** Only values above `floor` have a place. */
const aligned = ({ x, lines }: ChartData, floor: number): UPlot.AlignedData =>
  [
    [...x],
    ...lines.map(({ values }) => values.map((value) => (typeof value === 'number' && value <= floor ? null : value))),
  ] as UPlot.AlignedData;

/** One epoch alone stands in the middle; curves fill the width. */
const epochRange = (low: number, high: number): [number, number] =>
  low < high ? [Math.min(low, 1), Math.max(high, 1)] : [low - 1, low + 1];

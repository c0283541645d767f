import type UPlot from 'uplot';
import type { Line } from './chartSeries';

const pointed = 30;
/** Points are drawn where they can be told apart. */
const few = (plot: UPlot, series: number) =>
  (plot.data[series] ?? []).filter((value) => value != null).length < pointed;

/** How a line of a chart is drawn: what is measured within epochs thin, training with full points, validation dashed with rings. */
export function lineLook(
  part: Line['part'],
  color: string,
  { panel, text }: Readonly<Record<'panel' | 'text', string>>,
) {
  const common = { spanGaps: true };
  switch (part) {
    case 'batches':
      return { ...common, stroke: `color-mix(in srgb, ${color} 75%, ${panel})`, width: 1, points: { show: false } };
    case 'train':
      return { ...common, stroke: color, width: 2, points: { show: few, size: 6, fill: color } };
    case 'validation': {
      const stroke = `color-mix(in srgb, ${color} 60%, ${text})`;
      return {
        ...common,
        stroke,
        width: 2,
        dash: [5, 4],
        points: { show: few, size: 8, fill: panel, stroke, width: 2 },
      };
    }
  }
}

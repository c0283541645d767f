import type { Histogram } from '../../../engine/protocol/prediction';

/** Units of the drawing. */
export const histogramSize = { width: 48, height: 22 } as const;

/** The bars of a histogram as one path, the highest as high as the drawing; a bar with anything in it is seen. */
export function histogramPath({ counts }: Pick<Histogram, 'counts'>): string {
  const { width, height } = histogramSize;
  const step = width / counts.length;
  const most = Math.max(1, ...counts);
  return counts
    .flatMap((count, bar) => {
      if (count === 0) return [];
      const high = Math.max(1, (count / most) * height);
      return `M${round(bar * step)} ${height}v${round(-high)}h${round(step)}V${height}z`;
    })
    .join('');
}

const round = (value: number) => Number(value.toFixed(2));

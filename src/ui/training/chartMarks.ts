import type UPlot from 'uplot';
import type { Mark } from './chartSeries';

export interface MarkNames {
  readonly continued: string;
  readonly fineTuning: string;
  continuedAt(name: string, epoch: number): string;
}

/** `low`: names stand at the foot, out of the way of curves that rise. */
interface MarkLook {
  readonly color: string;
  readonly font: string;
  readonly low: boolean;
}

const nameOf = ({ fineTuning }: Mark, names: MarkNames) => (fineTuning ? names.fineTuning : names.continued);

/** The marks of a chart in words. */
export const markTexts = (marks: readonly Mark[], names: MarkNames): readonly string[] =>
  marks.map((mark) => names.continuedAt(nameOf(mark, names), mark.at + 1));

/** A line across a chart where training was taken up again, with its name beside it. */
export function drawMarks(plot: UPlot, marks: readonly Mark[], { color, font, low }: MarkLook, names: MarkNames): void {
  const { ctx: context, bbox } = plot;
  const scale = devicePixelRatio;
  context.save();
  context.strokeStyle = color;
  context.fillStyle = color;
  context.font = font.replace(/^\d+px/, `${11 * scale}px`);
  context.textBaseline = low ? 'bottom' : 'top';
  context.setLineDash([2 * scale, 3 * scale]);
  for (const mark of marks) {
    const x = plot.valToPos(mark.at, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    context.beginPath();
    context.moveTo(x, bbox.top);
    context.lineTo(x, bbox.top + bbox.height);
    context.stroke();
    const text = nameOf(mark, names);
    const room = bbox.left + bbox.width - x - 4 * scale;
    const fits = context.measureText(text).width <= room;
    context.textAlign = fits ? 'left' : 'right';
    context.fillText(
      text,
      x + (fits ? 4 : -4) * scale,
      low ? bbox.top + bbox.height - 2 * scale : bbox.top + 2 * scale,
    );
  }
  context.restore();
}

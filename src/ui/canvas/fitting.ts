import { footHeight } from '../../layout/geometry';
import { isLow, isNarrow } from '../narrow';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels beside the model in which nothing of it stands. */
type Margins = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

const maxZoom = 1.1;
/**
 * Room for what lies over the canvas: at its sides the tabs, to the right of a brick its side, too; below it what the feet
 * say, and what stands in the corners.
 */
const usual: Margins = { left: 40, right: 56, top: 44, bottom: 128 };
/** Without tabs at its sides. */
const narrow: Margins = { left: 14, right: 30, top: 28, bottom: 76 };
/** Beside the bar; what is said below the bricks is not read there. */
const closest: Margins = { left: 120, right: 30, top: 6, bottom: 6 };
/** As high as a canvas has no minimap, its stylesheet says the same; its corners hold only the bar. */
const lowest = 420;

const options = ({ left, right, top, bottom }: Margins) =>
  ({ padding: { left: `${left}px`, right: `${right}px`, top: `${top}px`, bottom: `${bottom}px` }, maxZoom }) as const;

export const close = options(narrow);
/** Would the whole model, fitted into this frame, still be read? Then nothing of it has to leave the screen. */
export const readable = (model: Size, frame: Size) =>
  Math.min((frame.width - 44) / model.width, (frame.height - 104) / model.height) >= 0.55;
export const fitting = () => options(isLow() ? closest : isNarrow() ? narrow : usual);

const zoomOf = (model: Size, frame: Size, { left, right, top, bottom }: Margins) =>
  Math.min((frame.width - left - right) / model.width, (frame.height - top - bottom) / model.height);

/** In a low canvas a model stands above the bar in its corner or to the bar's right: where it is drawn larger. */
export function lowMargins(model: Size, frame: Size, bar: number, sides: Pick<Margins, 'left' | 'right'>): Margins {
  const top = Math.min(20, Math.round(frame.height * 0.05));
  const above = { ...sides, top, bottom: 76 };
  // What the feet say is as small as the model.
  const feet = Math.round((footHeight * (frame.height - top)) / (model.height + footHeight));
  const beside = { left: bar + 12, right: sides.right, top, bottom: Math.min(feet, footHeight * maxZoom) + 4 };
  return zoomOf(model, frame, beside) > zoomOf(model, frame, above) ? beside : above;
}

/**
 * How a model of this size, in the canvas's own units, is brought into view. `badges`: maps and histograms stand beside the
 * bricks, those at the right edge, too.
 */
export function fittingIn(canvas: HTMLElement | null, model: Size, badges: boolean) {
  const frame = canvas?.getBoundingClientRect();
  const minimap = canvas?.querySelector('.react-flow__minimap')?.checkVisibility() === true;
  let margins = isLow() ? closest : isNarrow() ? narrow : minimap ? usual : { ...usual, bottom: 76 };
  if (canvas && frame && frame.height <= lowest && !isLow()) {
    const bar = canvas.querySelector('.react-flow__panel.bottom.left')?.getBoundingClientRect();
    const sides = { left: margins.left, right: badges ? Math.round(frame.width * 0.26) : margins.right };
    margins = lowMargins(model, frame, bar ? bar.right - frame.left : 0, sides);
  }
  const fitted = options(margins);
  return badges ? { ...fitted, padding: { ...fitted.padding, right: '26%' as const } } : fitted;
}

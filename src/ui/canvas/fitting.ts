import { isLow, isNarrow } from '../narrow';

/**
 * Room for what lies over the canvas: at its sides the tabs, to the right of a brick its side, too; below it what the feet
 * say, and what stands in the corners.
 */
const room = { left: '40px', right: '56px', top: '44px' } as const;
const roomFor = (corners: '76px' | '128px') => ({ padding: { ...room, bottom: corners }, maxZoom: 1.1 }) as const;
/** Without tabs at its sides. */
export const close = { padding: { left: '14px', right: '30px', top: '28px', bottom: '76px' }, maxZoom: 1.1 } as const;
/** Would the whole model, fitted into this frame, still be read? Then nothing of it has to leave the screen. */
export const readable = (model: { width: number; height: number }, frame: { width: number; height: number }) =>
  Math.min((frame.width - 44) / model.width, (frame.height - 104) / model.height) >= 0.55;
/** What is said below the bricks is not read there. */
const closest = { padding: { left: '14px', right: '30px', top: '6px', bottom: '6px' }, maxZoom: 1.1 } as const;
export const fitting = () => (isLow() ? closest : isNarrow() ? close : roomFor('128px'));

/**
 * Without a minimap, as in a small canvas, the corners hold only the bar. `badges`: maps and histograms stand beside the
 * bricks, those at the right edge, too.
 */
export function fittingIn(frame: HTMLElement | null, badges: boolean) {
  const wide = isNarrow() || frame?.querySelector('.react-flow__minimap')?.checkVisibility() === true;
  const usual = wide ? fitting() : roomFor('76px');
  return badges ? { ...usual, padding: { ...usual.padding, right: '26%' as const } } : usual;
}

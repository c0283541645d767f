import { useShallow } from 'zustand/react/shallow';
import { type CanvasState, type Drop, useCanvas } from './canvasStore';

/** How a brick stands to what is done on the canvas. */
export interface BrickState {
  /** The canvas's focus is on it. */
  readonly focused: boolean;
  /** How it shows itself while a wire is being drawn. */
  readonly target: 'source' | 'chosen' | 'refused' | 'fits' | 'dimmed' | undefined;
  /** Where the held brick would go, as seen from this one. */
  readonly landing: 'over' | 'under' | undefined;
}

const atRest: BrickState = { focused: false, target: undefined, landing: undefined };

/** One subscription for all of it: on a canvas of a thousand bricks each counts. */
export const useBrickState = (id: string): BrickState => useCanvas(useShallow((state) => brickState(state, id)));

export function brickState({ focused, linking, held }: CanvasState, id: string): BrickState {
  if (focused !== id && linking === null && held === null) return atRest;
  return { focused: focused === id, target: targetState(linking, id), landing: landingState(held?.drop, id) };
}

function landingState(drop: Drop | undefined, id: string): BrickState['landing'] {
  if (drop?.kind === 'tower' && drop.on === id) return 'over';
  return drop?.kind === 'under' && drop.tower === id ? 'under' : undefined;
}

function targetState(linking: CanvasState['linking'], id: string): BrickState['target'] {
  if (!linking) return undefined;
  if (linking.from === id) return 'source';
  const fits = linking.verdicts.get(id)?.ok === true;
  if (linking.over === id) return fits ? 'chosen' : 'refused';
  return fits ? 'fits' : 'dimmed';
}

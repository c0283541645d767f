import { dropTarget as seamOrWire } from '../../../layout/snap';
import type { Towers } from '../../../layout/towers';
import type { Drop, ScreenPoint } from '../canvasStore';

type Pointing = MouseEvent | TouchEvent | { readonly clientX: number; readonly clientY: number };

/** Where in the window an event happened. */
export function pointOf(event: Pointing): ScreenPoint {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : undefined;
  if (touch) return { x: touch.clientX, y: touch.clientY };
  return 'clientX' in event ? { x: event.clientX, y: event.clientY } : { x: 0, y: 0 };
}

/**
 * Where held bricks would go: into a tower whose seam is near, into the wire under the pointer or under their middle,
 * or just where they are. `at` is the lower left corner of the lowest one's front face.
 */
export function dropTarget(
  towers: Towers,
  moving: readonly string[],
  at: { readonly x: number; readonly y: number },
  height: number,
  event: Pointing,
): Drop {
  const target = seamOrWire(towers, moving, at, height);
  if (target?.kind === 'on') return { kind: 'tower', on: target.item };
  if (target?.kind === 'between') return { kind: 'tower', on: target.below };
  if (target?.kind === 'under') return { kind: 'under', tower: target.item };
  const id = wireAt(pointOf(event)) ?? (target?.kind === 'wire' ? target.wire : undefined);
  const wire = towers.wires.find((one) => one.id === id);
  if (!wire || moving.includes(wire.from) || moving.includes(wire.to)) return { kind: 'free' };
  return { kind: 'wire', id: wire.id };
}

/** The wire that is drawn under a point of the window. */
function wireAt({ x, y }: ScreenPoint): string | undefined {
  const element = document.elementFromPoint(x, y);
  return element instanceof SVGElement ? element.dataset['wire'] : undefined;
}

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

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where held bricks would go: into a tower whose seam is near, into the wire under the pointer or under their middle,
 * or just where they are. `at` is the lower left corner of the lowest one's front face; both places are the canvas's own.
 */
export function dropTarget(towers: Towers, moving: readonly string[], at: Place, height: number, pointer: Place): Drop {
  const target = seamOrWire(towers, moving, at, height, pointer);
  switch (target?.kind) {
    case 'on':
      return { kind: 'tower', on: target.item };
    case 'between':
      return { kind: 'tower', on: target.below };
    case 'under':
      return { kind: 'under', tower: target.item };
    case 'wire':
      return { kind: 'wire', id: target.wire };
    default:
      return { kind: 'free' };
  }
}

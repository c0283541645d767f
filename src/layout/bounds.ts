import { depth, footHeight, studHeight } from './geometry';
import type { Towers } from './towers';

export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The room that each tower takes, with its lean to the back and the label at its foot. */
export function boxesOf({ towers, items }: Towers): Room[] {
  return towers.map(({ items: ids }) => {
    const [base, top] = [items.get(ids[0]!)!, items.get(ids.at(-1)!)!];
    return {
      left: base.x,
      right: base.x + base.width + depth.x,
      top: top.y - top.height - depth.y - studHeight,
      bottom: base.y + footHeight,
    };
  });
}

/** Do any two towers lie over each other? */
export function overlaps(towers: Towers): boolean {
  const sorted = boxesOf(towers).sort((one, other) => one.left - other.left);
  return sorted.some((box, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.left < box.right; next++)
      if (sorted[next]!.top < box.bottom && box.top < sorted[next]!.bottom) return true;
    return false;
  });
}

/** Smallest rectangle around all towers with their labels; zero when there are none. */
export function bounds(towers: Towers): { x: number; y: number; width: number; height: number } {
  const all = boxesOf(towers);
  if (all.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.min(...all.map(({ left }) => left)), Math.min(...all.map(({ top }) => top))];
  const right = Math.max(...all.map((box) => box.right));
  return { x, y, width: right - x, height: Math.max(...all.map(({ bottom }) => bottom)) - y };
}

import type { Towers } from '../../../layout/towers';
import type { Drop } from '../canvasStore';

/** Items that follow the pointer, and what the gesture means for them. */
export interface Holding {
  /** Items that were taken hold of: the selection, or the one under the pointer. */
  readonly picked: readonly string[];
  /** Everything that moves along, each with the others of its kind. */
  readonly moving: ReadonlySet<string>;
  /** Picked items at the bottom of a tower: the whole tower goes. */
  readonly towers: readonly string[];
  /** Picked items out of the middle or off the top of a tower. */
  readonly pulled: readonly string[];
  /** With Alt, what stands on a brick goes with it and its wire stays. */
  readonly splits: boolean;
  readonly height: number;
}

export function holdingOf(towers: Towers, picked: readonly string[], alt: boolean): Holding {
  const items = picked.filter((id) => towers.items.has(id));
  const whole = new Set(
    items
      .map((id) => towers.items.get(id)!)
      .filter(({ level }) => level === 0)
      .map(({ tower }) => tower),
  );
  const moving = new Set<string>();
  for (const { id, items: members } of towers.towers)
    if (whole.has(id)) for (const member of members) moving.add(member);
  const pulled = items.filter((id) => !moving.has(id));
  for (const id of pulled) {
    moving.add(id);
    if (!alt) continue;
    const { tower, level } = towers.items.get(id)!;
    for (const upper of towers.towers.find((one) => one.id === tower)!.items.slice(level)) moving.add(upper);
  }
  const height = [...moving].reduce((sum, id) => sum + towers.items.get(id)!.height, 0);
  return { picked: items, moving, towers: [...whole], pulled, splits: alt && pulled.length > 0, height };
}

/** How far every other item moves up (negative) or down while something is held: gaps close and open. */
export function shifts(
  towers: Towers,
  moving: ReadonlySet<string>,
  drop: Drop,
  height: number,
): ReadonlyMap<string, number> {
  const moved = new Map<string, number>();
  for (const tower of towers.towers) {
    let shift = drop.kind === 'under' && drop.tower === tower.id ? -height : 0;
    for (const id of tower.items) {
      if (moving.has(id)) shift += towers.items.get(id)!.height;
      else if (shift !== 0) moved.set(id, shift);
      if (drop.kind === 'tower' && drop.on === id) shift -= height;
    }
  }
  return moved;
}

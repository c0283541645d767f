import { brickWidth } from '../../../layout/geometry';
import { neighboursOf } from '../../../layout/neighbours';
import type { Item, Towers } from '../../../layout/towers';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

const middle = ({ x, y, width, height }: Item) => ({ x: x + width / 2, y: y - height / 2 });

/** Items beside it in the model: they take what it takes, or give to what it gives to. From left to right. */
function branches(towers: Towers, from: string): readonly string[] {
  const neighbours = neighboursOf(towers);
  const of = (id: string, side: 'from' | 'to') => neighbours.get(id)?.[side] ?? [];
  const beside = new Set([
    ...of(from, 'from').flatMap((id) => of(id, 'to')),
    ...of(from, 'to').flatMap((id) => of(id, 'from')),
    from,
  ]);
  const item = (id: string) => towers.items.get(id)!;
  return [...beside].toSorted((one, other) => item(one).x - item(other).x || item(other).y - item(one).y);
}

/**
 * The item that an arrow key leads to; null where there is none that way. Up goes with the data to the next layer of the
 * model and down against it, along wires and through towers; left and right change the branch, or else go to what stands there.
 */
export function walk(towers: Towers, order: readonly string[], from: string, direction: Direction): string | null {
  if (direction === 'first') return order[0] ?? null;
  if (direction === 'last') return order.at(-1) ?? null;
  if (!towers.items.has(from)) return order[0] ?? null;
  if (direction === 'up') return neighboursOf(towers).get(from)?.to[0] ?? null;
  if (direction === 'down') return neighboursOf(towers).get(from)?.from[0] ?? null;
  const beside = branches(towers, from);
  return beside[beside.indexOf(from) + (direction === 'left' ? -1 : 1)] ?? sideways(towers, from, direction);
}

/** The nearest item of another tower on that side. */
function sideways(towers: Towers, from: string, direction: 'left' | 'right'): string | null {
  const item = towers.items.get(from)!;
  const here = middle(item);
  const sign = direction === 'left' ? -1 : 1;
  let best: { id: string; distance: number } | null = null;
  for (const other of towers.items.values()) {
    if (other.tower === item.tower) continue;
    const there = middle(other);
    const [ahead, aside] = [there.x - here.x, there.y - here.y];
    if (ahead * sign < brickWidth / 4) continue;
    const distance = Math.abs(ahead) + 2.5 * Math.abs(aside);
    if (best === null || distance < best.distance) best = { id: other.id, distance };
  }
  return best?.id ?? null;
}

import { brickWidth } from '../../../layout/geometry';
import type { Item, Towers } from '../../../layout/towers';
import type { Plan } from '../../../compile/plan';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** Items from the model's input to its output; what is not in the model comes after. */
export function walkingOrder(towers: Towers, plan: Plan): readonly string[] {
  const order = new Set<string>();
  for (const { name } of plan.steps) order.add(towers.itemOf.get(name)!);
  const rest = [...towers.items.values()].filter(({ id }) => !order.has(id));
  rest.sort((a, b) => a.x - b.x || b.y - a.y);
  for (const { id } of rest) order.add(id);
  return [...order];
}

const middle = ({ x, y, width, height }: Item) => ({ x: x + width / 2, y: y - height / 2 });

/** The item that an arrow key leads to; null where nothing lies that way. */
export function walk(towers: Towers, order: readonly string[], from: string, direction: Direction): string | null {
  if (direction === 'first') return order[0] ?? null;
  if (direction === 'last') return order.at(-1) ?? null;
  const item = towers.items.get(from);
  if (!item) return order[0] ?? null;
  const tower = towers.towers.find(({ id }) => id === item.tower)?.items ?? [];
  const neighbour =
    direction === 'up' ? tower[item.level + 1] : direction === 'down' ? tower[item.level - 1] : undefined;
  if (neighbour !== undefined) return neighbour;
  const here = middle(item);
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const sideways = direction === 'left' || direction === 'right';
  let best: { id: string; distance: number } | null = null;
  for (const other of towers.items.values()) {
    if (other.tower === item.tower) continue;
    const there = middle(other);
    const [ahead, aside] = sideways ? [there.x - here.x, there.y - here.y] : [there.y - here.y, there.x - here.x];
    if (ahead * sign < (sideways ? brickWidth / 4 : 8)) continue;
    const distance = Math.abs(ahead) + 2.5 * Math.abs(aside);
    if (best === null || distance < best.distance) best = { id: other.id, distance };
  }
  return best?.id ?? null;
}

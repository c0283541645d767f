import { remembered } from '../document/remembered';
import type { Towers } from './towers';

/** The items whose output an item takes, and those that take its own; the ones it touches are first. */
export interface Neighbours {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What every item is connected with, whether by a wire or because it stands on it. */
export const neighboursOf = remembered(({ items, towers, wires }: Towers): ReadonlyMap<string, Neighbours> => {
  const found = new Map([...items.keys()].map((id) => [id, { from: new Set<string>(), to: new Set<string>() }]));
  const join = (from: string, to: string) => {
    found.get(from)?.to.add(to);
    found.get(to)?.from.add(from);
  };
  for (const tower of towers)
    for (const [level, id] of tower.items.entries()) if (level > 0) join(tower.items[level - 1]!, id);
  for (const { from, to } of wires) join(from, to);
  return new Map([...found].map(([id, { from, to }]) => [id, { from: [...from], to: [...to] }]));
});

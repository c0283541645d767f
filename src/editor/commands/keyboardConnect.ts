import { canConnect } from '../../document/edits';
import type { Document } from '../../document/document';
import { exitOf, itemsOf } from '../../document/items';
import type { Library } from '../../document/template';
import type { Plan } from '../../compile/plan';
import type { Towers } from '../../layout/towers';

/** The items that take a wire from an item, in the order that arrows step through: the nearest to the right and up first. */
export function targetsFrom(
  document: Document,
  library: Library,
  plan: Plan,
  towers: Towers,
  from: string,
): readonly string[] {
  const items = itemsOf(document);
  const source = towers.items.get(from);
  if (!source) return [];
  const exit = exitOf(document, items, from);
  const valid = [...towers.items.values()].filter(
    ({ id }) => id !== from && canConnect(document, library, plan, exit, items.base.get(id)!).ok,
  );
  // What lies before the source in reading order comes last: wires usually lead onwards.
  const distance = ({ x, y }: { readonly x: number; readonly y: number }) =>
    Math.hypot(x - source.x, y - source.y) + (x < source.x && y <= source.y ? 1e6 : 0);
  return valid.sort((one, other) => distance(one) - distance(other)).map(({ id }) => id);
}

/** The target after (or before) the present one, round and round; null when there is none. */
export function stepTarget(targets: readonly string[], present: string | null, by: 1 | -1): string | null {
  if (targets.length === 0) return null;
  const index = present === null ? -1 : targets.indexOf(present);
  if (index < 0) return (by === 1 ? targets[0] : targets.at(-1))!;
  return targets[(index + by + targets.length) % targets.length]!;
}

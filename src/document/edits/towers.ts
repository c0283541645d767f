import { closesCircle } from '../circle';
import type { Document, Edit } from '../document';
import { type Places, bricksOf, exitOf, itemsOf } from '../items';
import type { Library } from '../template';
import { bricksAmong, changeNode, changeNodes, clamped, grounded, settled } from './change';
import { stackedOn } from './bricks';
import { detached } from './detach';

/** Lowest item of the tower that an item stands in. */
function ground(below: ReadonlyMap<string, { readonly item: string }>, id: string): string {
  let lowest = id;
  for (let down = below.get(id); down; down = below.get(lowest)) lowest = down.item;
  return lowest;
}

/** Moves whole towers: those in which the named items stand. A folded block takes its inside along. */
export function move(names: readonly string[], dx: number, dy: number): Edit {
  return (document) => {
    if (dx === 0 && dy === 0) return document;
    const items = itemsOf(document);
    const shown = names.flatMap((name) => {
      if (items.members.has(name)) return [name];
      return bricksOf(document, [name]).map((brick) => items.itemOf.get(brick)!);
    });
    const bases = new Set(shown.map((id) => ground(items.below, id)));
    const moved = new Set<string>();
    for (let [id] of items.members)
      if (bases.has(ground(items.below, id))) for (const name of items.members.get(id)!) moved.add(name);
    return changeNodes(document, moved, (node) => ({
      ...node,
      at: [clamped(node.at[0] + dx), clamped(node.at[1] + dy)],
    }));
  };
}

/** Puts a tower's lowest item at a place. */
export function moveTo(name: string, at: readonly [number, number]): Edit {
  return (document) => {
    const items = itemsOf(document);
    const base = document.nodes[items.base.get(ground(items.below, items.itemOf.get(name) ?? name)) ?? ''];
    return base ? move([name], at[0] - base.at[0], at[1] - base.at[1])(document) : document;
  };
}

/** The named items as runs that stand on each other, each from the lowest to the highest. */
function runsOf(document: Document, names: readonly string[]): readonly (readonly string[])[] {
  const items = itemsOf(document);
  const picked = new Set(bricksOf(document, names).map((brick) => items.itemOf.get(brick)!));
  const runs: string[][] = [];
  for (const id of picked) {
    const under = items.below.get(id);
    if (under && picked.has(under.item)) continue;
    const run: string[] = [];
    for (let up: string | undefined = id; up !== undefined && picked.has(up); up = items.above.get(up)) run.push(up);
    runs.push(run);
  }
  return runs;
}

/**
 * Puts a brick, a folded block or a run that stands together on top of another item: out of its old place, whose gap
 * closes, and under what stood on the target. Several runs go on top of each other.
 */
export function snapOnto(names: readonly string[], target: string, places: Places): Edit {
  return (document) => {
    let result = document;
    let on = target;
    for (const run of runsOf(document, names)) {
      const next = snappedRun(result, run, on, places);
      if (next === result) continue;
      result = next;
      on = run.at(-1)!;
    }
    return result;
  };
}

function snappedRun(document: Document, run: readonly string[], on: string, places: Places): Document {
  const items = itemsOf(document);
  const target = items.itemOf.get(on) ?? on;
  if (!items.members.has(target) || run.includes(target)) return document;
  const inside = bricksAmong(document, run);
  const bottom = items.base.get(run[0]!)!;
  if (items.below.get(run[0]!)?.item === target) return document;
  const free = detached(document, inside, places);
  const top = exitOf(free, itemsOf(free), run.at(-1)!);
  const joined = stackedOn(free, bottom, top, target);
  return joined === free ? document : settled(document, joined, places);
}

/**
 * Puts a brick, a folded block or a run under a tower's lowest item, which then stands on it; a wire that led into the
 * tower leads into the newcomer.
 */
export function snapUnder(names: readonly string[], target: string, library: Library, places: Places): Edit {
  return (document) => {
    const [run] = runsOf(document, names);
    const items = itemsOf(document);
    const id = items.itemOf.get(target) ?? target;
    if (!run || run.includes(id) || !items.members.has(id) || items.below.has(id)) return document;
    const takes = (name: string) => library.bricks[document.nodes[name]!.type]?.inputs !== 0;
    const free = detached(document, bricksAmong(document, run), places);
    const base = itemsOf(free).base.get(id)!;
    const bottom = items.base.get(run[0]!)!;
    const top = exitOf(free, itemsOf(free), run.at(-1)!);
    if (!takes(base) || closesCircle(free, top, base)) return document;
    const feeding = free.edges.find(({ to, port }) => to === base && port === 0);
    const others = free.edges.filter((edge) => edge !== feeding);
    const fed = feeding && takes(bottom) ? [{ ...feeding, to: bottom }] : [];
    const { at } = free.nodes[base]!;
    const wired = { ...free, edges: [...others, ...fed, { from: top, to: base, port: 0 }] };
    const grounding = changeNode(wired, bottom, (node) => grounded(node, at));
    const stacked = changeNode(grounding, base, (node) => ({ ...node, stacked: true }));
    return settled(document, stacked, places);
  };
}

/** Takes items out of their towers to a place of their own, without their outer wires; the gap closes. */
export function pullOut(names: readonly string[], at: readonly [number, number], places: Places): Edit {
  return (document) => {
    const runs = runsOf(document, names);
    if (runs.length === 0) return document;
    const free = detached(document, bricksAmong(document, names), places);
    return placed(
      free,
      runs.map(([lowest]) => lowest!),
      at,
      places,
    );
  };
}

/** Takes an item with all that stands on it off its tower to a place of its own; its input becomes a wire. */
export function split(name: string, at: readonly [number, number], places: Places): Edit {
  return (document) => {
    const id = itemsOf(document).itemOf.get(name) ?? name;
    return itemsOf(document).members.has(id) ? placed(document, [id], at, places) : document;
  };
}

/** Puts items on the ground: the first at a place, the others where they are as seen from the first. */
function placed(document: Document, ids: readonly string[], at: readonly [number, number], places: Places): Document {
  const items = itemsOf(document);
  const first = places.items.get(ids[0]!) ?? { x: at[0], y: at[1] };
  let result = document;
  for (const id of ids) {
    const base = items.base.get(id);
    if (base === undefined) continue;
    const here = places.items.get(id) ?? first;
    const to = [at[0] + here.x - first.x, at[1] + here.y - first.y] as const;
    result = changeNode(result, base, (node) => grounded(node, to));
  }
  return settled(document, result, places);
}

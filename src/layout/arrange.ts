import type { Document, Node } from '../document/document';
import { clamped } from '../document/edits/change';
import { type Items, bricksOf, itemsOf } from '../document/items';
import type { Library } from '../document/template';
import { chainsOf } from './chains';
import { foldedHeight, heightOf } from './geometry';
import { type Column, type Link, type Placing, type Point, rowsOf } from './rows';
import { towersOf } from './towers';

/**
 * `towers`: chains stand as towers, in rows. Otherwise every brick on its own, where this puts it: one of `flows` in
 * `flow.ts`, which is passed in because few people need it and its library is large.
 */
export type Arrangement = 'towers' | Placing;

/**
 * Lays a document out anew; with `only`, just these bricks and blocks, and all others stay where they are. Pure.
 * The inside of folded blocks is laid out too, for the time they are unfolded. `maxWidth`: of a row, in pixels at 100 %.
 */
export function arrange(
  document: Document,
  library: Library,
  how: Arrangement,
  only?: readonly string[],
  maxWidth = 1100,
): Document {
  const items = itemsOf(document);
  const chosen = only ? chosenItems(document, items, only) : new Set(items.members.keys());
  if (chosen.size === 0) return document;
  const towers = towersOf(document, library);
  const released = only ? leaveInPlace(document, items, chosen, towers.items) : document;
  const origin = only ? cornerOf([...chosen].map((id) => towers.items.get(id)!)) : null;
  const after = arranged(released, library, how, chosen, origin, maxWidth);
  const names = Object.keys(document.nodes);
  return names.every((name) => sameNode(after.nodes[name]!, document.nodes[name]!)) ? document : after;
}

function sameNode(one: Node, other: Node): boolean {
  const stacked = (one.stacked ?? false) === (other.stacked ?? false);
  return stacked && one.at[0] === other.at[0] && one.at[1] === other.at[1];
}

function chosenItems(document: Document, items: Items, names: readonly string[]): ReadonlySet<string> {
  const picked = new Set(bricksOf(document, names).map((name) => items.itemOf.get(name)!));
  return new Set([...items.members.keys()].filter((id) => picked.has(id)));
}

/** Left end and lowest ground line. */
function cornerOf(items: readonly { readonly x: number; readonly y: number }[]): Point {
  return [Math.min(...items.map(({ x }) => x)), Math.min(...items.map(({ y }) => y))];
}

/** What is not arranged but stands on something that is stays where it is drawn. */
function leaveInPlace(
  document: Document,
  items: Items,
  chosen: ReadonlySet<string>,
  drawn: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Document {
  const nodes: Record<string, Node> = { ...document.nodes };
  for (const [id, under] of items.below) {
    if (chosen.has(id) || !chosen.has(under.item)) continue;
    const base = items.base.get(id)!;
    const { x, y } = drawn.get(id)!;
    nodes[base] = standing(nodes[base]!, [x, y], false);
  }
  return { ...document, nodes };
}

function standing(node: Node, at: Point, stacked: boolean): Node {
  const { stacked: before, ...rest } = node;
  if (stacked) return before === true ? node : { ...rest, stacked };
  const here = [clamped(at[0]), clamped(at[1])] as const;
  const stays = before === undefined && here[0] === node.at[0] && here[1] === node.at[1];
  return stays ? node : { ...rest, at: here };
}

function arranged(
  document: Document,
  library: Library,
  how: Arrangement,
  chosen: ReadonlySet<string>,
  origin: Point | null,
  maxWidth: number,
): Document {
  const items = itemsOf(document);
  const chains = how === 'towers' ? chainsOf(document, library, items, chosen) : [...chosen].map((id) => [id]);
  const tall = (id: string) =>
    Object.hasOwn(document.blocks, id) ? foldedHeight : heightOf(library.bricks[document.nodes[id]!.type]);
  const towerOf = new Map(chains.flatMap((chain) => chain.map((id) => [id, chain[0]!] as const)));
  const columns: Column[] = chains.map((chain) => ({
    id: chain[0]!,
    height: chain.reduce((sum, id) => sum + tall(id), 0),
  }));
  const links: Link[] = [];
  for (const edge of items.outer) {
    const from = towerOf.get(items.itemOf.get(edge.from)!);
    const to = towerOf.get(items.itemOf.get(edge.to)!);
    if (from !== undefined && to !== undefined && from !== to) links.push({ from, to });
  }
  const places = how === 'towers' ? rowsOf(columns, links, maxWidth) : how(columns, links);
  const [left, ground] = cornerOf([...places.values()].map(([x, y]) => ({ x, y })));
  const [dx, dy] = origin ? [origin[0] - left, origin[1] - ground] : [0, 0];
  const nodes: Record<string, Node> = { ...document.nodes };
  for (const chain of chains) {
    const [x, y] = places.get(chain[0]!)!;
    chain.forEach((id, level) => {
      const base = items.base.get(id)!;
      nodes[base] = standing(nodes[base]!, [x + dx, y + dy], level > 0);
    });
  }
  let result: Document = { ...document, nodes };
  for (const id of chosen)
    if (Object.hasOwn(document.blocks, id)) result = insideArranged(result, library, how, items, id, maxWidth);
  return result;
}

/** Lays out what a folded block hides, around the place where its first brick is. */
function insideArranged(
  document: Document,
  library: Library,
  how: Arrangement,
  items: Items,
  id: string,
  maxWidth: number,
): Document {
  const block = document.blocks[id]!;
  const open = { ...document, blocks: { ...document.blocks, [id]: { ...block, folded: false } } };
  const hidden = new Set(items.members.get(id));
  const chosen = new Set([...itemsOf(open).members].filter(([, [first]]) => hidden.has(first!)).map(([item]) => item));
  const base = items.base.get(id)!;
  const { at } = document.nodes[base]!;
  const inside = arranged(open, library, how, chosen, null, maxWidth);
  const here = inside.nodes[base]!.at;
  const nodes: Record<string, Node> = { ...inside.nodes };
  for (const name of hidden) {
    const node = nodes[name]!;
    nodes[name] =
      at[0] === here[0] && at[1] === here[1]
        ? node
        : { ...node, at: [clamped(node.at[0] + at[0] - here[0]), clamped(node.at[1] + at[1] - here[1])] };
  }
  return { ...document, nodes };
}

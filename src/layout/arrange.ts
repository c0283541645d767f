import type { Document, Node } from '../document/document';
import { clamped } from '../document/edits/change';
import { type Items, bricksOf, itemsOf } from '../document/items';
import type { Library } from '../document/template';
import { type Chain, chainsOf } from './chains';
import { framedPlaces } from './frames';
import { foldedHeight, heightOf } from './geometry';
import type { Column, Link, Placing, Point } from './rows';
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
  maxWidth?: number,
): Document {
  const items = itemsOf(document);
  const chosen = only ? chosenItems(document, items, only) : new Set(items.members.keys());
  if (chosen.size === 0) return document;
  const towers = towersOf(document, library);
  const released = only ? leaveInPlace(document, items, chosen, towers.items) : document;
  const origin = only ? cornerOf([...chosen].map((id) => towers.items.get(id)!)) : null;
  const after = arranged(released, library, how, { chosen, origin, maxWidth });
  const names = Object.keys(document.nodes);
  return names.every((name) => sameNode(after.nodes[name]!, document.nodes[name]!)) ? document : after;
}

function sameNode(one: Node, other: Node): boolean {
  const stacked = (one.stacked ?? false) === (other.stacked ?? false);
  return stacked && one.stackedPort === other.stackedPort && one.at[0] === other.at[0] && one.at[1] === other.at[1];
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
    nodes[base] = standing(nodes[base]!, [x, y], null);
  }
  return { ...document, nodes };
}

function standing(node: Node, at: Point, port: number | null): Node {
  const { stacked, stackedPort, ...rest } = node;
  if (port !== null) {
    if (stacked === true && port === (stackedPort ?? 0)) return node;
    return { ...rest, stacked: true, ...(port > 0 ? { stackedPort: port } : {}) };
  }
  const here = [clamped(at[0]), clamped(at[1])] as const;
  const stays = stacked === undefined && here[0] === node.at[0] && here[1] === node.at[1];
  return stays ? node : { ...rest, at: here };
}

/** Every item on its own, for a flow. */
function singles(document: Document, library: Library, chosen: ReadonlySet<string>): readonly Chain[] {
  const tall = (id: string) =>
    Object.hasOwn(document.blocks, id) ? foldedHeight : heightOf(library.bricks[document.nodes[id]!.type]);
  return [...chosen].map((id) => ({
    items: [id],
    ports: [0],
    heights: [tall(id)],
    height: tall(id),
    block: undefined,
  }));
}

interface Asked {
  readonly chosen: ReadonlySet<string>;
  /** Where the lower left corner goes; null: where it falls. */
  readonly origin: Point | null;
  readonly maxWidth: number | undefined;
  /** The block whose inside is laid out; its own frame is not. */
  readonly within?: string;
}

function arranged(
  document: Document,
  library: Library,
  how: Arrangement,
  { chosen, origin, maxWidth, within }: Asked,
): Document {
  const items = itemsOf(document);
  const towers = how === 'towers';
  const chains = towers ? chainsOf(document, library, items, chosen) : singles(document, library, chosen);
  const towerOf = new Map(chains.flatMap(({ items: [first, ...rest] }) => [first!, ...rest].map((id) => [id, first!])));
  const links: Link[] = [];
  for (const edge of items.outer) {
    const from = towerOf.get(items.itemOf.get(edge.from)!);
    const to = towerOf.get(items.itemOf.get(edge.to)!);
    if (from !== undefined && to !== undefined && from !== to) links.push({ from, to });
  }
  const columns: Column[] = chains.map(({ items: [id], height }) => ({ id: id!, height }));
  const places = towers ? framedPlaces(document, chains, links, maxWidth, within) : how(columns, links);
  const [left, ground] = cornerOf([...places.values()].map(([x, y]) => ({ x, y })));
  const [dx, dy] = origin ? [origin[0] - left, origin[1] - ground] : [0, 0];
  const nodes: Record<string, Node> = { ...document.nodes };
  for (const chain of chains) {
    const [x, y] = places.get(chain.items[0]!)!;
    let ground = y + dy;
    chain.items.forEach((id, level) => {
      const base = items.base.get(id)!;
      const node = standing(nodes[base]!, [x + dx, ground], level > 0 ? chain.ports[level]! : null);
      // What is inside a folded block lies where its first brick is.
      const hides = level > 0 && Object.hasOwn(document.blocks, id);
      nodes[base] = hides ? { ...node, at: [clamped(x + dx), clamped(ground)] } : node;
      ground -= chain.heights[level]!;
    });
  }
  let result: Document = { ...document, nodes };
  for (const id of chosen)
    if (Object.hasOwn(document.blocks, id)) result = insideArranged(result, library, how, items, id, maxWidth);
  return result;
}

/** Just these bricks and what they are wired to: a large model is not gone through for each of its blocks. */
function surroundings(document: Document, names: ReadonlySet<string>, blocks: Document['blocks']): Document {
  const edges = document.edges.filter(({ from, to }) => names.has(from) || names.has(to));
  const near = new Set([...names, ...edges.flatMap(({ from, to }) => [from, to])]);
  const nodes = Object.fromEntries(Object.entries(document.nodes).filter(([name]) => near.has(name)));
  return { ...document, nodes, edges, blocks };
}

/** Lays out what a folded block hides, around the place where its first brick is. */
function insideArranged(
  document: Document,
  library: Library,
  how: Arrangement,
  items: Items,
  id: string,
  maxWidth: number | undefined,
): Document {
  const block = document.blocks[id]!;
  const hidden = new Set(items.members.get(id));
  const open = surroundings(document, hidden, { ...document.blocks, [id]: { ...block, folded: false } });
  const chosen = new Set([...itemsOf(open).members].filter(([, [first]]) => hidden.has(first!)).map(([item]) => item));
  const base = items.base.get(id)!;
  const { at } = document.nodes[base]!;
  const inside = arranged(open, library, how, { chosen, origin: null, maxWidth, within: id });
  const here = inside.nodes[base]!.at;
  const nodes: Record<string, Node> = { ...document.nodes };
  for (const name of hidden) {
    const node = inside.nodes[name]!;
    if (name === base && document.nodes[base]!.stacked === true) {
      nodes[name] = document.nodes[base]!;
      continue;
    }
    nodes[name] =
      at[0] === here[0] && at[1] === here[1]
        ? node
        : { ...node, at: [clamped(node.at[0] + at[0] - here[0]), clamped(node.at[1] + at[1] - here[1])] };
  }
  return { ...document, nodes };
}

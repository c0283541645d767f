import { blockTree } from './structure/blockTree';
import type { Document, Edge } from './document';
import { createJoined } from './structure/joined';

/** Where items are drawn; `Towers` of `src/layout` is one. Edits use it to leave things where they were seen. */
export interface Places {
  readonly items: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** What a document shows before anything is measured: bricks and folded blocks, and which stands on which. */
export interface Items {
  /** Brick → id of the item that shows it: itself, or the outermost folded block around it. */
  readonly itemOf: ReadonlyMap<string, string>;
  /** Item → its bricks in document order. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Item → the brick whose position and stacking it takes: the first that is fed from outside. */
  readonly base: ReadonlyMap<string, string>;
  /** Edges between different items. */
  readonly outer: readonly Edge[];
  /** Item → item that stands on it. */
  readonly above: ReadonlyMap<string, string>;
  /** Item → item under it, and the edge that needs no wire. */
  readonly below: ReadonlyMap<string, { readonly item: string; readonly edge: Edge }>;
}

/** Innermost block of every brick that is in one. */
export function blockOfNodes(document: Document): ReadonlyMap<string, string> {
  const blockOf = new Map<string, string>();
  for (const [block, { nodes }] of Object.entries(document.blocks)) for (const node of nodes) blockOf.set(node, block);
  return blockOf;
}

/** The block and those around it, innermost first. */
export function blocksAround({ blocks }: Pick<Document, 'blocks'>, block: string | undefined): readonly string[] {
  const around = new Set<string>();
  for (let up = block; up !== undefined && !around.has(up); up = blocks[up]?.parent) around.add(up);
  return [...around];
}

/** Outermost folded block around a block (or the block itself), if any. */
export function foldedAround(document: Document, block: string | undefined): string | undefined {
  return blocksAround(document, block).findLast((around) => document.blocks[around]?.folded);
}

/** A block itself and all blocks inside it. */
export function blocksInside(document: Document, block: string): ReadonlySet<string> {
  const { inner } = blockTree(document.blocks);
  const inside = new Set(Object.hasOwn(document.blocks, block) ? [block] : []);
  for (const each of inside) for (const name of inner.get(each) ?? []) inside.add(name);
  return inside;
}

/** All bricks behind these names of bricks and blocks, in document order. */
export function bricksOf(document: Document, names: Iterable<string>): readonly string[] {
  const wanted = new Set<string>();
  for (const name of names) {
    if (Object.hasOwn(document.nodes, name)) wanted.add(name);
    else if (Object.hasOwn(document.blocks, name))
      for (const block of blocksInside(document, name))
        for (const node of document.blocks[block]!.nodes) wanted.add(node);
  }
  // What is asked at every click names one; an order is for more.
  if (wanted.size === 1) return [...wanted].filter((name) => Object.hasOwn(document.nodes, name));
  return Object.keys(document.nodes).filter((name) => wanted.has(name));
}

/** Block → the outermost folded block around it, or itself; blocks that are shown are not in it. */
function foldedBlocks({ blocks }: Document): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const block of blockTree(blocks).order) {
    const { parent = '', folded: own } = blocks[block]!;
    const by = folded.get(parent) ?? (own ? block : undefined);
    if (by !== undefined) folded.set(block, by);
  }
  return folded;
}

/** A stacked brick stands on the source of one of its inputs, usually the first; one brick on each at most. */
export function itemsOf(document: Document): Items {
  const blockOf = blockOfNodes(document);
  const itemOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  const folded = foldedBlocks(document);
  for (const name of Object.keys(document.nodes)) {
    const id = folded.get(blockOf.get(name) ?? '') ?? name;
    itemOf.set(name, id);
    const inside = members.get(id);
    if (inside) inside.push(name);
    else members.set(id, [name]);
  }
  const outer = document.edges.filter(
    ({ from, to }) => itemOf.has(from) && itemOf.has(to) && itemOf.get(from) !== itemOf.get(to),
  );
  const fed = new Set(outer.map(({ to }) => to));
  const base = new Map<string, string>();
  for (const [id, nodes] of members) base.set(id, nodes.find((name) => fed.has(name)) ?? nodes[0]!);
  const above = new Map<string, string>();
  const below = new Map<string, { item: string; edge: Edge }>();
  // An item that stands on nothing is the foot of what stands on it: it cannot stand on that.
  const feet = createJoined();
  for (const edge of outer) {
    const item = itemOf.get(edge.to)!;
    const under = itemOf.get(edge.from)!;
    const node = document.nodes[edge.to]!;
    const stacked = base.get(item) === edge.to && node.stacked === true && edge.port === (node.stackedPort ?? 0);
    if (!stacked || above.has(under) || below.has(item) || feet.rootOf(under) === item) continue;
    feet.join(item, under);
    above.set(under, item);
    below.set(item, { item: under, edge });
  }
  return { itemOf, members, base, outer, above, below };
}

/** The brick of an item that others take their input from: the one wired outwards, else the last that feeds nothing. */
export function exitOf(document: Document, items: Items, id: string): string {
  const nodes = items.members.get(id) ?? [id];
  const sources = new Set(items.outer.map(({ from }) => from));
  const outwards = nodes.findLast((name) => sources.has(name));
  if (outwards !== undefined) return outwards;
  const feeding = new Set(document.edges.map(({ from }) => from));
  return nodes.findLast((name) => !feeding.has(name)) ?? nodes.at(-1)!;
}

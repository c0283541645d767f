import type { Document, Edge } from './document';

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
  const around: string[] = [];
  for (let up = block; up !== undefined && !around.includes(up); up = blocks[up]?.parent) around.push(up);
  return around;
}

/** Outermost folded block around a block (or the block itself), if any. */
export function foldedAround(document: Document, block: string | undefined): string | undefined {
  return blocksAround(document, block).findLast((around) => document.blocks[around]?.folded);
}

/** A block itself and all blocks inside it. */
export function blocksInside(document: Document, block: string): ReadonlySet<string> {
  return new Set(Object.keys(document.blocks).filter((name) => blocksAround(document, name).includes(block)));
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
  return Object.keys(document.nodes).filter((name) => wanted.has(name));
}

/** A stacked brick stands on the source of one of its inputs, usually the first; one brick on each at most. */
export function itemsOf(document: Document): Items {
  const blockOf = blockOfNodes(document);
  const itemOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const name of Object.keys(document.nodes)) {
    const id = foldedAround(document, blockOf.get(name)) ?? name;
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
  for (const edge of outer) {
    const item = itemOf.get(edge.to)!;
    const under = itemOf.get(edge.from)!;
    const node = document.nodes[edge.to]!;
    const stacked = base.get(item) === edge.to && node.stacked === true && edge.port === (node.stackedPort ?? 0);
    if (!stacked || above.has(under) || below.has(item) || standsOn(under, item, below)) continue;
    above.set(under, item);
    below.set(item, { item: under, edge });
  }
  return { itemOf, members, base, outer, above, below };
}

/** The brick of an item that others take their input from: the one wired outwards, else the last that feeds nothing. */
export function exitOf(document: Document, items: Items, id: string): string {
  const nodes = items.members.get(id) ?? [id];
  const outwards = nodes.findLast((name) => items.outer.some(({ from }) => from === name));
  if (outwards !== undefined) return outwards;
  const feeding = new Set(document.edges.map(({ from }) => from));
  return nodes.findLast((name) => !feeding.has(name)) ?? nodes.at(-1)!;
}

function standsOn(item: string, on: string, below: ReadonlyMap<string, { readonly item: string }>): boolean {
  for (let down: string | undefined = item; down !== undefined; down = below.get(down)?.item)
    if (down === on) return true;
  return false;
}

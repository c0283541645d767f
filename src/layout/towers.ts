import type { Document, Edge } from '../document/document';
import type { Library } from '../document/template';
import { brickWidth, foldedHeight, heightOf } from './geometry';

/** One thing on the canvas: a brick, or a folded block drawn as one taller brick. */
export interface Item {
  readonly id: string;
  readonly kind: 'brick' | 'block';
  /** Bricks inside: itself, or all of the folded block in document order. */
  readonly nodes: readonly string[];
  /** The brick whose position and stacking the item takes: itself, or the block's entry. */
  readonly base: string;
  /** Innermost unfolded block around it. */
  readonly block: string | null;
  /** Lower left corner of the front face; x right, y down. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Id of the tower's lowest item, and how many items are below this one. */
  readonly tower: string;
  readonly level: number;
}

/** A wire that is drawn: between items that do not touch. */
export interface Wire {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The edge of the document behind it. */
  readonly edge: Edge;
}

export interface Tower {
  /** Lowest item's id. */
  readonly id: string;
  /** Items from the lowest to the highest. */
  readonly items: readonly string[];
}

export interface Towers {
  readonly items: ReadonlyMap<string, Item>;
  readonly towers: readonly Tower[];
  readonly wires: readonly Wire[];
  /** Brick name → id of the item that shows it. */
  readonly itemOf: ReadonlyMap<string, string>;
}

/** Innermost block of every brick. */
function blockOfNodes(document: Document): Map<string, string> {
  const blockOf = new Map<string, string>();
  for (const [block, { nodes }] of Object.entries(document.blocks)) for (const node of nodes) blockOf.set(node, block);
  return blockOf;
}

/** Outermost folded block around a block (or the block itself), if any. */
export function foldedAround(document: Document, block: string | undefined): string | undefined {
  let folded: string | undefined;
  const seen = new Set<string>();
  for (let up = block; up !== undefined && !seen.has(up); up = document.blocks[up]?.parent) {
    seen.add(up);
    if (document.blocks[up]?.folded) folded = up;
  }
  return folded;
}

/**
 * What the canvas shows: a stacked brick stands on the brick it takes its (first) input from,
 * so every position but the base's follows from the order, and gaps open and close by themselves.
 */
export function towersOf(document: Document, library: Library): Towers {
  const blockOf = blockOfNodes(document);
  const itemOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const name of Object.keys(document.nodes)) {
    const id = foldedAround(document, blockOf.get(name)) ?? name;
    itemOf.set(name, id);
    members.set(id, [...(members.get(id) ?? []), name]);
  }
  const outer = document.edges.filter(
    ({ from, to }) => itemOf.has(from) && itemOf.has(to) && itemOf.get(from) !== itemOf.get(to),
  );
  const bases = new Map<string, string>();
  for (const [id, nodes] of members)
    bases.set(id, nodes.find((name) => outer.some(({ to }) => to === name)) ?? nodes[0]!);

  const above = new Map<string, string>();
  const below = new Map<string, { item: string; edge: Edge }>();
  for (const edge of outer) {
    const item = itemOf.get(edge.to)!;
    const under = itemOf.get(edge.from)!;
    const stacked = bases.get(item) === edge.to && edge.port === 0 && document.nodes[edge.to]!.stacked === true;
    if (!stacked || above.has(under) || below.has(item) || standsOn(under, item, below)) continue;
    above.set(under, item);
    below.set(item, { item: under, edge });
  }

  const items = new Map<string, Item>();
  const towers: Tower[] = [];
  for (const [id] of members) {
    if (below.has(id)) continue;
    const [x, startY] = document.nodes[bases.get(id)!]!.at as readonly [number, number];
    let y = startY;
    const ids: string[] = [];
    for (let up: string | undefined = id; up !== undefined; up = above.get(up)) {
      const nodes = members.get(up)!;
      const kind = nodes.length === 1 && nodes[0] === up ? 'brick' : 'block';
      const height = kind === 'block' ? foldedHeight : heightOf(library.bricks[document.nodes[up]!.type]);
      const block = (kind === 'block' ? document.blocks[up]!.parent : blockOf.get(up)) ?? null;
      items.set(up, {
        id: up,
        kind,
        nodes,
        base: bases.get(up)!,
        block,
        x,
        y,
        width: brickWidth,
        height,
        tower: id,
        level: ids.length,
      });
      ids.push(up);
      y -= height;
    }
    towers.push({ id, items: ids });
  }
  const touching = new Set([...below.values()].map(({ edge }) => edge));
  const drawn = new Map<string, Wire>();
  for (const edge of outer) {
    const [from, to] = [itemOf.get(edge.from)!, itemOf.get(edge.to)!];
    const id = `${edge.from}→${edge.to}:${edge.port}`;
    if (!touching.has(edge)) drawn.set(id, { id, from, to, edge });
  }
  return { items, towers, wires: [...drawn.values()], itemOf };
}

function standsOn(item: string, on: string, below: ReadonlyMap<string, { item: string }>): boolean {
  for (let down: string | undefined = item; down !== undefined; down = below.get(down)?.item)
    if (down === on) return true;
  return false;
}

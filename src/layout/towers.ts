import type { Document, Edge } from '../document/document';
import { type Items, blockOfNodes, itemsOf } from '../document/items';
import { kept } from '../document/kept';
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
  readonly blocks: Document['blocks'];
}

/**
 * What the canvas shows: a stacked brick stands on the brick it takes its (first) input from,
 * so every position but the base's follows from the order, and gaps open and close by themselves.
 * What is as it was `before` stays the very same object: an item, a tower, a wire, or all of them.
 */
export function towersOf(document: Document, library: Library, before?: Towers): Towers {
  const blockOf = blockOfNodes(document);
  const { itemOf, members, base, outer, above, below } = itemsOf(document);
  const items = new Map<string, Item>();
  const towers: Tower[] = [];
  const towersBefore = new Map(before?.towers.map((tower) => [tower.id, tower]));
  for (const id of members.keys()) {
    if (below.has(id)) continue;
    const [x, startY] = document.nodes[base.get(id)!]!.at as readonly [number, number];
    let y = startY;
    const ids: string[] = [];
    for (let up: string | undefined = id; up !== undefined; up = above.get(up)) {
      const nodes = members.get(up)!;
      const kind = nodes.length === 1 && nodes[0] === up ? 'brick' : 'block';
      const height = kind === 'block' ? foldedHeight : heightOf(library.bricks[document.nodes[up]!.type]);
      const block = (kind === 'block' ? document.blocks[up]!.parent : blockOf.get(up)) ?? null;
      const [tower, level] = [id, ids.length];
      const place = { base: base.get(up)!, block, x, y, width: brickWidth, height, tower, level };
      items.set(up, kept(before?.items.get(up), { id: up, kind, nodes, ...place }));
      ids.push(up);
      y -= height;
    }
    towers.push(kept(towersBefore.get(id), { id, items: ids }));
  }
  const wiresBefore = new Map(before?.wires.map((wire) => [wire.id, wire]));
  const wires = wiresOf(outer, itemOf, below, items).map((wire) => kept(wiresBefore.get(wire.id), wire));
  return kept(before, { items, towers, wires, itemOf, blocks: document.blocks });
}

/** Edges between items that do not touch; between the same two items, one of them a block, a single wire. */
function wiresOf(
  outer: readonly Edge[],
  itemOf: ReadonlyMap<string, string>,
  below: Items['below'],
  items: ReadonlyMap<string, Item>,
): readonly Wire[] {
  const drawn = new Map<string, Wire>();
  const pairs = new Set<string>();
  for (const edge of outer) {
    const [from, to] = [itemOf.get(edge.from)!, itemOf.get(edge.to)!];
    const under = below.get(to);
    if (under?.edge === edge) continue;
    if (items.get(from)!.kind === 'block' || items.get(to)!.kind === 'block') {
      const pair = JSON.stringify([from, to]);
      if (under?.item === from || pairs.has(pair)) continue;
      pairs.add(pair);
    }
    const id = `${edge.from}→${edge.to}:${edge.port}`;
    drawn.set(id, { id, from, to, edge });
  }
  return [...drawn.values()];
}

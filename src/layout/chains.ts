import type { Document, Edge } from '../document/document';
import { type Items, blockOfNodes } from '../document/items';
import type { Library } from '../document/template';
import { brickHeight, foldedHeight, heightOf } from './geometry';
import { ranksOf } from './order';

/** Greatest height of a tower of the automatic layout, outside and inside a block. */
const tallest = { free: 10 * brickHeight, block: 16 * brickHeight } as const;

/** Items that stand on each other, from the lowest to the highest. */
export interface Chain {
  readonly items: readonly string[];
  /** Port by which each item stands on the one below it. */
  readonly ports: readonly number[];
  readonly heights: readonly number[];
  readonly height: number;
  /** Innermost unfolded block around it. */
  readonly block: string | undefined;
}

/**
 * Straight chains of items: what can be a tower. A chain ends at branches, at the border of a block and where it gets
 * too tall; data bricks stand alone, folded blocks do so outside of blocks. A merge of two goes on with the longer way,
 * so that a shortcut runs beside its tower; other merges begin a new one.
 */
export function chainsOf(
  document: Document,
  library: Library,
  items: Items,
  chosen: ReadonlySet<string>,
): readonly Chain[] {
  const blockOf = blockOfNodes(document);
  const isBlock = (id: string) => Object.hasOwn(document.blocks, id);
  const around = (id: string) => (isBlock(id) ? document.blocks[id]!.parent : blockOf.get(items.members.get(id)![0]!));
  const heightOfItem = (id: string) =>
    isBlock(id) ? foldedHeight : heightOf(library.bricks[document.nodes[id]!.type]);
  const alone = (id: string) =>
    isBlock(id) ? around(id) === undefined : library.bricks[document.nodes[id]!.type]?.inputs === 0;
  const next = new Map<string, Edge>();
  const continued = new Set<string>();
  const follows = follower(items);
  for (const id of chosen) {
    const edge = alone(id) ? undefined : follows(id);
    const up = edge && items.itemOf.get(edge.to)!;
    if (!edge || up === undefined || !chosen.has(up) || alone(up) || around(id) !== around(up)) continue;
    next.set(id, edge);
    continued.add(up);
  }
  const chains: Chain[] = [];
  const placed = new Set<string>();
  const follow = (start: string) => {
    const chain: string[] = [];
    const ports: number[] = [];
    let port = 0;
    for (let id: string | undefined = start; id !== undefined && !placed.has(id);) {
      placed.add(id);
      chain.push(id);
      ports.push(port);
      const edge = next.get(id);
      port = edge?.port ?? 0;
      id = edge && items.itemOf.get(edge.to)!;
    }
    const block = around(start);
    const heights = chain.map(heightOfItem);
    for (const [from, to] of evenly(heights, block === undefined ? tallest.free : tallest.block))
      chains.push({
        items: chain.slice(from, to),
        ports: ports.slice(from, to),
        heights: heights.slice(from, to),
        height: heights.slice(from, to).reduce((sum, height) => sum + height, 0),
        block,
      });
  };
  for (const id of chosen) if (!continued.has(id)) follow(id);
  // What is left runs in a circle: start anywhere.
  for (const id of chosen) if (!placed.has(id)) follow(id);
  return chains;
}

/** The edge to what may stand on an item: its only consumer, if that takes nothing else, or the shorter way besides. */
function follower(items: Items): (id: string) => Edge | undefined {
  const into = new Map<string, Set<string>>();
  const outOf = new Map<string, Set<string>>();
  const edges = new Map<string, Edge[]>();
  const links: { from: string; to: string }[] = [];
  for (const edge of items.outer) {
    const [from, to] = [items.itemOf.get(edge.from)!, items.itemOf.get(edge.to)!];
    into.set(to, (into.get(to) ?? new Set()).add(from));
    outOf.set(from, (outOf.get(from) ?? new Set()).add(to));
    const list = edges.get(from);
    if (list) list.push(edge);
    else edges.set(from, [edge]);
    links.push({ from, to });
  }
  const rank = ranksOf([...items.members.keys()], links);
  return (id) => {
    const [up, ...others] = outOf.get(id) ?? [];
    if (up === undefined || others.length > 0) return undefined;
    const sources = [...into.get(up)!];
    const deeper =
      sources.length === 2 && sources.every((source) => source === id || rank.get(source)! < rank.get(id)!);
    if (sources.length > 1 && !deeper) return undefined;
    return edges.get(id)!.find((edge) => edge.to === items.base.get(up));
  };
}

/** Parts of about the same height, none much taller than `limit`: their first index and the one behind their last. */
function evenly(heights: readonly number[], limit: number): (readonly [number, number])[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  const target = total / Math.ceil(total / limit);
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  let height = 0;
  heights.forEach((each, index) => {
    height += each;
    if (height < target - 0.001) return;
    parts.push([from, index + 1]);
    from = index + 1;
    height = 0;
  });
  if (from < heights.length) parts.push([from, heights.length]);
  return parts;
}

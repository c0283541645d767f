import type { Document, Edge } from '../document/document';
import { type Items, blockOfNodes } from '../document/items';
import type { Library } from '../document/template';

/** Most bricks that one tower of the automatic layout gets, outside and inside a block. */
const tallest = { free: 10, block: 16 } as const;

/** Innermost unfolded block around an item. */
function blockAround(document: Document, items: Items, blockOf: ReadonlyMap<string, string>, id: string) {
  return Object.hasOwn(document.blocks, id) ? document.blocks[id]!.parent : blockOf.get(items.members.get(id)![0]!);
}

/**
 * Straight chains of items, each from the first to the last: what can be a tower. A chain ends at branches and merges,
 * at the border of a block, at data bricks and folded blocks (they stand alone) and where it gets too tall.
 */
export function chainsOf(
  document: Document,
  library: Library,
  items: Items,
  chosen: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const blockOf = blockOfNodes(document);
  const into = new Map<string, Edge[]>();
  const outOf = new Map<string, Edge[]>();
  const push = (map: Map<string, Edge[]>, id: string, edge: Edge) => {
    const list = map.get(id);
    if (list) list.push(edge);
    else map.set(id, [edge]);
  };
  for (const edge of items.outer) {
    push(into, items.itemOf.get(edge.to)!, edge);
    push(outOf, items.itemOf.get(edge.from)!, edge);
  }
  const alone = (id: string) =>
    Object.hasOwn(document.blocks, id) || library.bricks[document.nodes[id]!.type]?.inputs === 0;
  const next = new Map<string, string>();
  const continued = new Set<string>();
  for (const id of chosen) {
    const [edge, ...others] = outOf.get(id) ?? [];
    if (!edge || others.length > 0 || alone(id) || edge.port !== 0) continue;
    const up = items.itemOf.get(edge.to)!;
    if (!chosen.has(up) || alone(up) || into.get(up)!.length > 1 || items.base.get(up) !== edge.to) continue;
    if (blockAround(document, items, blockOf, id) !== blockAround(document, items, blockOf, up)) continue;
    next.set(id, up);
    continued.add(up);
  }
  const chains: string[][] = [];
  const placed = new Set<string>();
  const follow = (start: string) => {
    const chain: string[] = [];
    for (let id: string | undefined = start; id !== undefined && !placed.has(id); id = next.get(id)) {
      placed.add(id);
      chain.push(id);
    }
    const limit = blockAround(document, items, blockOf, start) === undefined ? tallest.free : tallest.block;
    chains.push(...evenly(chain, limit));
  };
  for (const id of chosen) if (!continued.has(id)) follow(id);
  // What is left runs in a circle: start anywhere.
  for (const id of chosen) if (!placed.has(id)) follow(id);
  return chains;
}

/** Parts of about the same length, none longer than `limit`. */
function evenly(chain: readonly string[], limit: number): string[][] {
  const parts = Math.ceil(chain.length / limit);
  const size = Math.ceil(chain.length / parts);
  return Array.from({ length: parts }, (_, part) => chain.slice(part * size, (part + 1) * size)).filter(
    (part) => part.length > 0,
  );
}

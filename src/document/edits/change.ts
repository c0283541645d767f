import { type Block, type Document, type Edge, type Node, nameSchema } from '../document';
import { type Places, bricksOf, itemsOf } from '../items';
import { freeName } from '../structure/freeName';

/** A document with one brick changed; the same document when the brick is missing or stays as it is. */
export function changeNode(document: Document, name: string, change: (node: Node) => Node): Document {
  return changeNodes(document, [name], change);
}

/** A document with some bricks changed, in the same order; the same document when all stay as they are. */
export function changeNodes(
  document: Document,
  names: Iterable<string>,
  change: (node: Node, name: string) => Node,
): Document {
  let changed: Record<string, Node> | undefined;
  for (const name of names) {
    if (!Object.hasOwn(document.nodes, name)) continue;
    const node = document.nodes[name]!;
    const next = change(node, name);
    if (next === node) continue;
    changed ??= { ...document.nodes };
    changed[name] = next;
  }
  return changed ? { ...document, nodes: changed } : document;
}

/** The node standing on its own at a place. */
export function grounded(node: Node, at: readonly [number, number] = node.at): Node {
  const { stacked, stackedPort: _, ...loose } = node;
  const here: readonly [number, number] = [clamped(at[0]), clamped(at[1])];
  return stacked === undefined && same(node.at, here) ? node : { ...loose, at: here };
}

function same(one: readonly [number, number], other: readonly [number, number]): boolean {
  return Object.is(one[0], other[0]) && Object.is(one[1], other[1]);
}

/** Coordinates that a document accepts: finite, within ±10⁷ px. */
export function clamped(value: number): number {
  // `+ 0` makes 0 of −0, which a file would not keep.
  return Number.isFinite(value) ? Math.min(1e7, Math.max(-1e7, Math.round(value * 100) / 100)) + 0 : 0;
}

/** First unused layer name: bricks and blocks share their names. */
export function freshName(base: string, document: Document): string {
  return freeName(base, { ...document.nodes, ...document.blocks });
}

/** Can something get this name? */
export function nameFree(document: Document, name: string): boolean {
  return (
    nameSchema.safeParse(name).success && !Object.hasOwn(document.nodes, name) && !Object.hasOwn(document.blocks, name)
  );
}

export const sameEdge = (one: Edge, other: Edge) =>
  one.from === other.from && one.to === other.to && one.port === other.port;

/** Blocks without bricks and without inner blocks vanish. */
export function pruned(document: Document): Document {
  let { blocks } = document;
  for (;;) {
    const parents = new Set(Object.values(blocks).map(({ parent }) => parent));
    const kept = Object.entries(blocks).filter(([name, { nodes }]) => nodes.length > 0 || parents.has(name));
    if (kept.length === Object.keys(blocks).length) break;
    blocks = Object.fromEntries(kept);
  }
  return blocks === document.blocks ? document : { ...document, blocks };
}

/** Puts a brick into a block, or into none; it leaves the one it was in. */
export function intoBlock(document: Document, name: string, block: string | null): Document {
  const blocks: Record<string, Block> = {};
  for (const [id, value] of Object.entries(document.blocks)) {
    const without = value.nodes.includes(name) ? value.nodes.filter((node) => node !== name) : value.nodes;
    const nodes = id === block ? [...without, name] : without;
    blocks[id] = nodes === value.nodes ? value : { ...value, nodes };
  }
  return { ...document, blocks };
}

/**
 * After a change: an item that lost what it stood on stays where it was drawn. A folded block takes its inside along
 * when it is moved to another place than its own.
 */
export function settled(before: Document, after: Document, places: Places): Document {
  const items = itemsOf(after);
  const shownBy = itemsOf(before).itemOf;
  const grounds = new Map<string, readonly [number, number]>();
  for (const id of items.members.keys()) {
    const base = items.base.get(id)!;
    const node = after.nodes[base]!;
    if (node.stacked !== true || items.below.has(id)) continue;
    const place = places.items.get(id) ?? places.items.get(shownBy.get(base) ?? '');
    grounds.set(base, place ? [place.x, place.y] : node.at);
  }
  return changeNodes(after, grounds.keys(), (node, name) => grounded(node, grounds.get(name)!));
}

/** Bricks behind names of items, as a set; empty when none of them exists. */
export function bricksAmong(document: Document, names: Iterable<string>): ReadonlySet<string> {
  return new Set(bricksOf(document, names));
}

import * as z from 'zod/mini';
import {
  type Block,
  type Document,
  type Edge,
  type Edit,
  type Node,
  blockSchema,
  edgeSchema,
  nameSchema,
  nodeSchema,
} from '../document';
import { blockTree, tooDeepBlock } from '../structure/blockTree';
import { type Places, blocksInside, bricksOf, itemsOf } from '../items';
import { longestName } from '../longestName';
import { FreeNames } from '../structure/freeName';
import { firstUse, unshared } from '../structure/sharing';
import { layerName } from '../template';
import { clamped, grounded } from './change';

/** What the clipboard holds: bricks with the wires and blocks among them. */
const clippingSchema = z.object({
  format: z.literal('deepbrick-clipping'),
  nodes: z.record(nameSchema, nodeSchema),
  edges: z.array(edgeSchema),
  blocks: z.record(nameSchema, blockSchema),
});

interface Clipping {
  readonly nodes: Readonly<Record<string, Node>>;
  readonly edges: readonly Edge[];
  readonly blocks: Readonly<Record<string, Block>>;
}

function clippingOf(document: Document, names: readonly string[], places: Places): Clipping {
  const bricks = bricksOf(document, names);
  const inside = new Set(bricks);
  const items = itemsOf(document);
  const nodes = bricks.map((name): [string, Node] => {
    const node = document.nodes[name]!;
    const id = items.itemOf.get(name)!;
    const under = items.below.get(id);
    const whole = items.base.get(id) === name;
    if (!whole || (under && inside.has(under.edge.from))) return [name, node];
    const place = places.items.get(id);
    return [name, grounded(node, place ? [place.x, place.y] : node.at)];
  });
  const wanted = new Set(names.flatMap((name) => (name in document.blocks ? [...blocksInside(document, name)] : [])));
  const blocks = Object.entries(document.blocks)
    .filter(([name]) => wanted.has(name))
    .map(([name, { parent, ...block }]): [string, Block] => [
      name,
      parent !== undefined && wanted.has(parent) ? { ...block, parent } : block,
    ]);
  return {
    nodes: Object.fromEntries(nodes),
    edges: document.edges.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    blocks: Object.fromEntries(blocks),
  };
}

/** The selection as text for the clipboard; null when nothing is selected. */
export function copy(document: Document, names: readonly string[], places: Places): string | null {
  const clipping = clippingOf(document, names, places);
  if (Object.keys(clipping.nodes).length === 0) return null;
  return JSON.stringify({ format: 'deepbrick-clipping', ...clipping });
}

/** What was pasted is to be selected: the edit comes with the names of its items. */
export interface Pasting {
  readonly edit: Edit;
  readonly items: readonly string[];
}

/** Pastes what `copy` made, with fresh names; null when the text is something else. `offset` in pixels, right and down. */
export function paste(document: Document, text: string, offset: readonly [number, number]): Pasting | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = clippingSchema.safeParse(value);
  if (!parsed.success || tooDeepBlock(parsed.data.blocks)) return null;
  return added(document, parsed.data as Clipping, offset);
}

/** Copies the selection beside itself, with the wires among its bricks; null when nothing is selected. */
export function duplicate(
  document: Document,
  names: readonly string[],
  offset: readonly [number, number],
  places: Places,
): Pasting | null {
  const clipping = clippingOf(document, names, places);
  return Object.keys(clipping.nodes).length === 0 ? null : added(document, clipping, offset);
}

/** `conv2d_3` is numbered anew from `conv2d`; a name of one's own gets a number behind it. */
function numbered(name: string, type: string | undefined): string {
  const stem = name.replace(/_\d+$/, '');
  return type !== undefined && stem === layerName(type) ? stem : name.slice(0, longestName - 10);
}

function added(document: Document, clipping: Clipping, offset: readonly [number, number]): Pasting {
  const taken: { nodes: Record<string, Node>; blocks: Record<string, Block> } = {
    nodes: { ...document.nodes },
    blocks: { ...document.blocks },
  };
  const { nodes: there, blocks: thereToo } = document;
  const free = new FreeNames((name) => Object.hasOwn(there, name) || Object.hasOwn(thereToo, name));
  const names = new Map<string, string>();
  for (const [name, node] of Object.entries(clipping.nodes)) {
    const fresh = free.next(numbered(name, node.type));
    names.set(name, fresh);
    const at = [clamped(node.at[0] + offset[0]), clamped(node.at[1] + offset[1])] as const;
    taken.nodes[fresh] = { ...node, at };
  }
  const firsts = new Map<string, string>();
  for (const [name, node] of Object.entries(clipping.nodes)) {
    const fresh = names.get(name)!;
    const first = firstUse(name, node);
    // A copy shares with copies alone: the first of them has the weights.
    if (!firsts.has(first)) firsts.set(first, names.get(first) ?? fresh);
    const copied = unshared(taken.nodes[fresh]!);
    taken.nodes[fresh] = firsts.get(first) === fresh ? copied : { ...copied, sharesWith: firsts.get(first)! };
  }
  const blockNames = new Map<string, string>();
  for (const [name, block] of Object.entries(clipping.blocks)) {
    const fresh = free.next(numbered(name, undefined));
    blockNames.set(name, fresh);
    taken.blocks[fresh] = block;
  }
  const renamed = (name: string) => names.get(name);
  const inBlock = new Set<string>();
  const tree = blockTree(clipping.blocks);
  for (const fresh of blockNames.values()) {
    const { parent, ...block } = taken.blocks[fresh]!;
    const nodes = block.nodes.flatMap((name) => renamed(name) ?? []).filter((name) => !inBlock.has(name));
    for (const name of nodes) inBlock.add(name);
    const up = parent === undefined ? undefined : blockNames.get(parent);
    // Blocks of a foreign clipping whose parents run in a circle are in no tree.
    taken.blocks[fresh] = { ...block, nodes, ...(up === undefined || !tree.depth.has(parent!) ? {} : { parent: up }) };
  }
  const edges = clipping.edges.flatMap(({ from, to, port }) => {
    const [source, target] = [renamed(from), renamed(to)];
    return source === undefined || target === undefined ? [] : [{ from: source, to: target, port }];
  });
  const after: Document = { ...document, ...taken, edges: [...document.edges, ...edges] };
  const { itemOf } = itemsOf(after);
  return {
    edit: (now) => (now === document ? after : added(now, clipping, offset).edit(now)),
    items: [...new Set([...names.values()].map((name) => itemOf.get(name)!))],
  };
}

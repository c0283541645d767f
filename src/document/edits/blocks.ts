import { blockTree, tooDeepBlock } from '../structure/blockTree';
import type { Block, Document, Edit } from '../document';
import { type Places, blockOfNodes, blocksAround, blocksInside, bricksOf } from '../items';
import { freshName, nameFree, pruned, settled } from './change';

/** Innermost block that holds all these bricks. */
function commonBlock(document: Document, bricks: readonly string[]): string | undefined {
  const blockOf = blockOfNodes(document);
  const innermost = new Set(bricks.map((name) => blockOf.get(name)));
  const [first = [], ...others] = [...innermost].map((block) => blocksAround(document, block));
  const holding = others.map((around) => new Set(around));
  return first.find((block) => holding.every((around) => around.has(block)));
}

/** Makes a block of bricks and blocks; blocks that lie in the selection wholly are nested in it. Nothing where blocks would lie too deep. */
export function group(names: readonly string[], name?: string, color = 'none'): Edit {
  return (document) => {
    const bricks = bricksOf(document, names);
    const id = name ?? freshName('block', document);
    if (bricks.length === 0 || !nameFree(document, id)) return document;
    const whole = wholeBlocks(document, bricks);
    const named = new Set(names);
    const common = commonBlock(document, bricks);
    const outside = new Set(blocksAround(document, common));
    // A block that holds exactly the selection is nested when it was picked itself; picking its bricks groups inside it.
    const nested = new Set([...whole].filter((block) => named.has(block) || !outside.has(block)));
    const parent = named.has(common ?? '') ? document.blocks[common!]!.parent : common;
    const within = new Set<string>();
    for (const block of nested)
      if (!nested.has(document.blocks[block]!.parent ?? ''))
        for (const inner of blocksInside(document, block))
          for (const node of document.blocks[inner]!.nodes) within.add(node);
    const direct = bricks.filter((brick) => !within.has(brick));
    const moved = new Set(direct);
    const blocks: Record<string, Block> = {};
    for (const [key, block] of Object.entries(document.blocks)) {
      const nodes = block.nodes.filter((node) => !moved.has(node));
      const topmost = nested.has(key) && !nested.has(block.parent ?? '');
      blocks[key] = { ...block, nodes, ...(topmost ? { parent: id } : {}) };
    }
    blocks[id] = { nodes: direct, ...(parent === undefined ? {} : { parent }), folded: false, color };
    const after = pruned({ ...document, blocks });
    return tooDeepBlock(after.blocks) ? document : after;
  };
}

/** The blocks of which every brick is among these, and that have any. */
function wholeBlocks(document: Document, bricks: readonly string[]): ReadonlySet<string> {
  const picked = new Set(bricks);
  const counts = new Map<string, { all: number; picked: number }>();
  for (const block of blockTree(document.blocks).order.toReversed()) {
    const { nodes } = document.blocks[block]!;
    const count = { all: nodes.length, picked: nodes.filter((node) => picked.has(node)).length };
    for (const inner of blockTree(document.blocks).inner.get(block) ?? []) {
      count.all += counts.get(inner)!.all;
      count.picked += counts.get(inner)!.picked;
    }
    counts.set(block, count);
  }
  return new Set([...counts].filter(([, { all, picked: some }]) => all > 0 && all === some).map(([block]) => block));
}

/** Dissolves blocks; what was inside belongs to the block around. */
export function ungroup(names: readonly string[], places: Places): Edit {
  return (document) => {
    let result = document;
    for (const name of names) {
      const block = Object.hasOwn(result.blocks, name) ? result.blocks[name] : undefined;
      if (!block) continue;
      const blocks: Record<string, Block> = {};
      for (const [key, { parent, ...other }] of Object.entries(result.blocks)) {
        if (key === name) continue;
        const up = parent === name ? block.parent : parent;
        const nodes = key === block.parent ? [...other.nodes, ...block.nodes] : other.nodes;
        blocks[key] = { ...other, nodes, ...(up === undefined ? {} : { parent: up }) };
      }
      result = { ...result, blocks };
    }
    return result === document ? document : settled(document, result, places);
  };
}

function changeBlocks(document: Document, names: readonly string[], change: (block: Block) => Block): Document {
  const blocks: Record<string, Block> = { ...document.blocks };
  let changed = false;
  for (const name of names) {
    if (!Object.hasOwn(blocks, name)) continue;
    const next = change(blocks[name]!);
    changed ||= next !== blocks[name];
    blocks[name] = next;
  }
  return changed ? { ...document, blocks } : document;
}

/** Accent of a block's label: one of `blockColors`. */
export function setColor(names: readonly string[], color: string): Edit {
  return (document) =>
    changeBlocks(document, names, (block) => (block.color === color ? block : { ...block, color: color.slice(0, 20) }));
}

/** Folds blocks to one brick each, or unfolds them. */
export function setFolded(names: readonly string[], folded: boolean, places: Places): Edit {
  return (document) => {
    const after = changeBlocks(document, names, (block) => (block.folded === folded ? block : { ...block, folded }));
    return after === document ? document : settled(document, after, places);
  };
}

/** Innermost unfolded blocks of the named bricks, and the named blocks themselves: what `ungroup` and `setFolded` are for. */
export function blocksOf(document: Document, names: readonly string[]): readonly string[] {
  const blockOf = blockOfNodes(document);
  const found = names.map((name) => (Object.hasOwn(document.blocks, name) ? name : blockOf.get(name)));
  return [...new Set(found.filter((block) => block !== undefined))];
}

import type { Block, Document, Edit } from '../document';
import { type Places, blockOfNodes, blocksAround, blocksInside, bricksOf } from '../items';
import { freshName, nameFree, pruned, settled } from './change';

/** Innermost block that holds all these bricks. */
function commonBlock(document: Document, bricks: readonly string[]): string | undefined {
  const blockOf = blockOfNodes(document);
  const [first = [], ...others] = bricks.map((name) => blocksAround(document, blockOf.get(name)));
  return first.find((block) => others.every((around) => around.includes(block)));
}

/** Makes a block of bricks and blocks; blocks that lie in the selection wholly are nested in it. */
export function group(names: readonly string[], name?: string, color = 'none'): Edit {
  return (document) => {
    const bricks = bricksOf(document, names);
    const id = name ?? freshName('block', document);
    if (bricks.length === 0 || !nameFree(document, id)) return document;
    const picked = new Set(bricks);
    const whole = (block: string) => {
      const inside = bricksOf(document, [block]);
      return inside.length > 0 && inside.every((brick) => picked.has(brick));
    };
    const named = new Set(names);
    const common = commonBlock(document, bricks);
    const outside = new Set(blocksAround(document, common));
    // A block that holds exactly the selection is nested when it was picked itself; picking its bricks groups inside it.
    const nested = Object.keys(document.blocks).filter(
      (block) => whole(block) && (named.has(block) || !outside.has(block)),
    );
    const parent = named.has(common ?? '') ? document.blocks[common!]!.parent : common;
    const below = new Set(nested.flatMap((block) => [...blocksInside(document, block)]));
    const topmost = nested.filter((block) => !nested.includes(document.blocks[block]!.parent ?? ''));
    const within = new Set([...below].flatMap((block) => document.blocks[block]!.nodes));
    const direct = bricks.filter((brick) => !within.has(brick));
    const blocks: Record<string, Block> = {};
    for (const [key, block] of Object.entries(document.blocks)) {
      const nodes = block.nodes.filter((node) => !direct.includes(node));
      blocks[key] = { ...block, nodes, ...(topmost.includes(key) ? { parent: id } : {}) };
    }
    blocks[id] = { nodes: direct, ...(parent === undefined ? {} : { parent }), folded: false, color };
    return pruned({ ...document, blocks });
  };
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

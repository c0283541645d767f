import type { Block, Document } from '../document';
import { createJoined } from '../structure/joined';

/** A name that a brick and a block share; null when there is none. */
export function sharedName({ nodes, blocks }: Document): string | null {
  return Object.keys(blocks).find((name) => Object.hasOwn(nodes, name)) ?? null;
}

/**
 * Blocks put in order, where that loses nothing: members and parents that are not there are dropped, a brick in two blocks
 * stays in the first, a circle of parents is opened. Wires to missing bricks stay: `compile` shows them.
 */
export function repaired(document: Document): Document {
  const taken = new Set<string>();
  const blocks: Record<string, Block> = {};
  const around = createJoined();
  let changed = false;
  for (const [name, { parent, ...block }] of Object.entries(document.blocks)) {
    const nodes = block.nodes.filter((node) => {
      if (taken.has(node) || !Object.hasOwn(document.nodes, node)) return false;
      taken.add(node);
      return true;
    });
    // A block that has no parent yet is the root of what lies in it: a parent from there would close a circle.
    const keeps = parent !== undefined && Object.hasOwn(document.blocks, parent) && around.rootOf(parent) !== name;
    if (keeps) around.join(name, parent);
    changed ||= nodes.length !== block.nodes.length || keeps !== (parent !== undefined);
    blocks[name] = { ...block, nodes, ...(keeps ? { parent } : {}) };
  }
  return changed ? { ...document, blocks } : document;
}

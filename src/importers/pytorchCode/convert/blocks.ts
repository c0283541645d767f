import type { Block, Document } from '../../../document/document';
import { longestName } from '../../../document/longestName';
import { outerOf } from '../trace/trace';

/** A module around, and all around it, the outermost first. */
function around(path: string): readonly string[] {
  return path === '' ? [] : [...around(outerOf(path)), path];
}

/** The modules around the bricks as blocks; `moduleOf` says for each brick the path of the one it lies in. */
export function blocksFor(document: Document, moduleOf: (brick: string) => string): Document['blocks'] {
  const members = new Map<string, string[]>();
  for (const brick of Object.keys(document.nodes)) {
    for (const path of around(moduleOf(brick))) members.set(path, [...(members.get(path) ?? []), brick]);
  }
  const total = Object.keys(document.nodes).length;
  // One brick alone is no block, nor what holds only another block.
  const kept = [...members.keys()].filter((path) => {
    const own = members.get(path)!;
    const isSame = [...members].some(([other, bricks]) => other.startsWith(`${path}.`) && bricks.length === own.length);
    return own.length > 1 && own.length < total && !isSame;
  });
  const taken = new Set(Object.keys(document.nodes));
  const names = new Map<string, string>();
  for (const path of kept.toSorted()) {
    const plain = (/^\d/.test(path) ? `block_${path}` : path).replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').slice(-longestName);
    let name = plain;
    for (let number = 1; taken.has(name); number++) name = `${plain}_block${number === 1 ? '' : `_${number}`}`;
    taken.add(name);
    names.set(path, name);
  }
  const blocks: Record<string, Block> = {};
  for (const path of kept) {
    const outer = around(outerOf(path)).findLast((each) => names.has(each));
    const nodes = members.get(path)!.filter((brick) => {
      return around(moduleOf(brick)).findLast((each) => names.has(each)) === path;
    });
    blocks[names.get(path)!] = {
      nodes,
      folded: false,
      color: 'none',
      ...(outer === undefined ? {} : { parent: names.get(outer)! }),
    };
  }
  return blocks;
}

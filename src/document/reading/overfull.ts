import { type Document, mostNodes } from '../document';
import { deepestBlocks, tooDeepBlock } from '../structure/blockTree';
import type { ParseTrouble } from './parseTrouble';

export type Overfull = Extract<ParseTrouble, { code: 'tooManyNodes' | 'tooManyBlocks' | 'tooDeepBlocks' }>;

/** More bricks or blocks than a document holds; null where they fit. */
export function tooMany(nodes: number, blocks: number): Overfull | null {
  if (nodes > mostNodes) return { code: 'tooManyNodes', data: { count: nodes, limit: mostNodes } };
  return blocks > mostNodes ? { code: 'tooManyBlocks', data: { count: blocks, limit: mostNodes } } : null;
}

/** Why a document like this would not be opened again; null where it is. */
export function overfull({ nodes, blocks }: Pick<Document, 'nodes' | 'blocks'>): Overfull | null {
  const many = tooMany(Object.keys(nodes).length, Object.keys(blocks).length);
  if (many !== null) return many;
  const deep = tooDeepBlock(blocks);
  return deep && { code: 'tooDeepBlocks', data: { ...deep, limit: deepestBlocks } };
}

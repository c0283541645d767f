import type { Document } from '../document';
import { remembered } from '../remembered';

type Blocks = Document['blocks'];

/** The blocks of a document by how they lie in each other. Blocks whose parents run in a circle are not in it. */
export interface BlockTree {
  /** Every block after the one around it. */
  readonly order: readonly string[];
  /** Block → the blocks that lie directly in it. */
  readonly inner: ReadonlyMap<string, readonly string[]>;
  /** Block → in how many blocks it lies, itself included: 1 for an outermost one. */
  readonly depth: ReadonlyMap<string, number>;
}

/** Goes through every block once, however deep they lie. */
export const blockTree = remembered((blocks: Blocks): BlockTree => {
  const inner = new Map<string, string[]>();
  const order: string[] = [];
  const depth = new Map<string, number>();
  for (const [name, { parent }] of Object.entries(blocks)) {
    if (parent === undefined || !Object.hasOwn(blocks, parent)) {
      order.push(name);
      depth.set(name, 1);
      continue;
    }
    const beside = inner.get(parent);
    if (beside) beside.push(name);
    else inner.set(parent, [name]);
  }
  for (let next = 0; next < order.length; next++) {
    const around = order[next]!;
    for (const name of inner.get(around) ?? []) {
      order.push(name);
      depth.set(name, depth.get(around)! + 1);
    }
  }
  return { order, inner, depth };
});

/** More blocks around each other than this are refused: every block has a frame, and nobody sees that many. */
export const deepestBlocks = 100;

/** The outermost block that lies too deep, and how deep the deepest one lies; null where all is well. */
export function tooDeepBlock(blocks: Blocks): { readonly block: string; readonly depth: number } | null {
  const { depth } = blockTree(blocks);
  let found: string | null = null;
  let deepest = 0;
  for (const [block, each] of depth) {
    if (each > deepestBlocks) found ??= block;
    deepest = Math.max(deepest, each);
  }
  return found === null ? null : { block: found, depth: deepest };
}

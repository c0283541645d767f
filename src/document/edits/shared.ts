import type { Document, Edit, Node } from '../document';
import { type Places, bricksOf } from '../items';
import { firstUse, unshared, usesOf } from '../structure/sharing';
import { changeNode, changeNodes } from './change';
import { type Pasting, duplicate } from './clipboard';

/** Is the layer of this brick called elsewhere, too? */
export const isCalledAgain = (document: Document, name: string): boolean => usesOf(document, name).length > 1;

/**
 * Gives bricks layers of their own: they keep their settings and start with other weights. Of a first use the others stay
 * one layer, which the next of them is the first use of.
 */
export const withOwnWeights =
  (names: readonly string[]): Edit =>
  (document) =>
    bricksOf(document, names).reduce(alone, document);

function alone(document: Document, name: string): Document {
  const own = changeNode(document, name, unshared);
  if (own !== document) return own;
  const [next, ...others] = usesOf(document, name).filter((each) => each !== name);
  if (next === undefined) return document;
  const moved = changeNode(document, next, unshared);
  return changeNodes(moved, others, (node): Node => ({ ...node, sharesWith: next }));
}

/** A brick beside this one that calls its layer once more; null where there is none of that name. */
export function calledAgain(
  document: Document,
  name: string,
  offset: readonly [number, number],
  places: Places,
): Pasting | null {
  const copied = duplicate(document, [name], offset, places);
  const node = Object.hasOwn(document.nodes, name) ? document.nodes[name]! : null;
  if (copied === null || node === null) return null;
  return {
    ...copied,
    edit: (now) =>
      changeNodes(copied.edit(now), copied.items, (copy): Node => ({ ...copy, sharesWith: firstUse(name, node) })),
  };
}

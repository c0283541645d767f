import type { Edit } from '../document';
import { bricksOf } from '../items';
import { unshared } from '../structure/sharing';
import { changeNodes } from './change';

/** Gives bricks a layer of their own: what called another's layer again has its settings, but weights of its own. */
export const withOwnWeights =
  (names: readonly string[]): Edit =>
  (document) =>
    changeNodes(document, bricksOf(document, names), unshared);

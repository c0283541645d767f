import type { AnyBrick } from '../../brick/brick';
import type { Node } from '../../document/document';
import { keptPlaceholder } from '../../document/structure/placeholder';

/** What a node is called by its kind: Keras's class, also of a layer that only keeps its place; else its unknown type. */
export const layerName = (brick: AnyBrick | undefined, node: Node): string =>
  brick?.layer.keras ?? keptPlaceholder(node)?.className ?? node.type;

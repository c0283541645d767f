import type { GraphNode } from './graphNode';

/** Nodes that say nothing of the layers around them. */
const outside = /^(Const|Placeholder(WithDefault)?|Identity(N)?|NoOp)$/;

/** The last part of a node's name that stands for what the layer gives. */
const ends =
  /^(BiasAdd|convolution|separable_conv2d|depthwise|Conv2D|MatMul|FusedBatchNorm.*|conv2d_transpose)(_\d+)?$/i;

const partsOf = ({ name }: GraphNode) => name.split('/').filter((part) => part !== '');

/** How many parts in front all nodes have alike: the model's own name, and the call that it was saved from. */
function sharedParts(nodes: readonly GraphNode[]): number {
  const [first, ...rest] = nodes.filter(({ op }) => !outside.test(op)).map(partsOf);
  if (!first) return 0;
  const common = first.findIndex((part, at) => rest.some((other) => other[at] !== part));
  return Math.max(0, Math.min(common < 0 ? first.length - 1 : common, first.length - 1));
}

/** What a node's layer is called: `conv2d_1` of `StatefulPartitionedCall/sequential/conv2d_1/BiasAdd`. */
export type LayerNames = (node: GraphNode, what?: string) => string;

export function layerNames(nodes: readonly GraphNode[]): LayerNames {
  const shared = sharedParts(nodes);
  return (node, what) => {
    const own = partsOf(node);
    const parts = own.slice(Math.min(shared, own.length - 1));
    const layer = parts.length > 1 ? parts.slice(0, -1) : parts;
    const last = what ?? (ends.test(own.at(-1) ?? '') ? null : node.op.toLowerCase());
    const isSaid = last === null || parts.length === 1 || layer.at(-1)?.toLowerCase().includes(last.slice(0, 4));
    const named = isSaid ? layer : [...layer, last];
    return named.join('_').replaceAll(/[^\p{L}\p{N}_-]+/gu, '_') || node.op.toLowerCase();
  };
}

import type { Document, Json, Node } from '../../../src/document/document';

const words = 300;
const length = 16;
const side = 32;

function smallerNode(node: Node): Node {
  const { inputDim, shape } = node.params;
  const changes: Record<string, Json> = {};
  if (node.type === 'embedding' && Number(inputDim) > words) changes['inputDim'] = words;
  if (node.type === 'inputImage' && Array.isArray(shape) && Number(shape[0]) > side) {
    changes['shape'] = [side, side, shape[2] ?? null];
  }
  if (node.type === 'inputText' && Array.isArray(shape) && Number(shape[0]) > length) changes['shape'] = [length];
  return Object.keys(changes).length === 0 ? node : { ...node, params: { ...node.params, ...changes } };
}

/** The same model with backbones that start at random: nothing is downloaded. */
export function offline(document: Document): Document {
  const nodes = Object.fromEntries(
    Object.entries(document.nodes).map(([name, node]) => {
      const downloads = node.params['weights'] === 'imagenet';
      return [name, downloads ? { ...node, params: { ...node.params, weights: 'random' } } : node];
    }),
  );
  return { ...document, nodes };
}

/**
 * The same model for fewer words, shorter texts and smaller pictures, or null where it has none: a vocabulary of 20,000
 * or a photo of 224×224 says nothing more about numbers, and takes minutes.
 */
export function smaller(document: Document): Document | null {
  const nodes = Object.fromEntries(Object.entries(document.nodes).map(([name, node]) => [name, smallerNode(node)]));
  const changed = Object.entries(nodes).some(([name, node]) => node !== document.nodes[name]);
  return changed ? { ...document, nodes } : null;
}

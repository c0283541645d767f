import { finished } from './activations';
import type { LayerWriter } from './layer';

/** Keras's Dense: on a vector one operator, on every step of a sequence two. */
export const dense: LayerWriter = (layer) => {
  const x = layer.last();
  const kernel = layer.constant('kernel', layer.weight('kernel'));
  const weight = layer.maybe('bias');
  const bias = weight && layer.constant('bias', weight);
  if (x.shape.length === 1) return finished(layer, layer.main('Gemm', bias ? [x, kernel, bias] : [x, kernel]));
  const product = layer.main('MatMul', [x, kernel]);
  return finished(layer, bias ? layer.part('Add', [product, bias]) : product);
};

/** Keras's Embedding: a row of the table per word. */
export const embedding: LayerWriter = (layer) => {
  const words = layer.given[0]!;
  const last = layer.graph.turned(words, false);
  const whole =
    last.type === 'int32' ? last : layer.part('Cast', [last], { ...last, attributes: { to: 6 }, type: 'int32' });
  const table = layer.constant('embeddings', layer.weight('embeddings'));
  return layer.main('Gather', [table, whole], { attributes: { axis: 0 } });
};

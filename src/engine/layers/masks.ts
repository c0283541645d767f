import type { Tensor } from '@tensorflow/tfjs-core';
import type { layers } from './tfjsLayers';

type Layer = layers.Layer;

/** Layers that make masks; an Embedding supports them only with `maskZero`. */
const makers = ['Embedding', 'KerasMasking'];

/** Does a mask come out of this layer? A recurrent layer that gives only its last output ends it. */
function givesMask(layer: Layer): boolean {
  if (!layer.supportsMasking) return false;
  if ('returnSequences' in layer && layer.returnSequences === false) return false;
  return makers.includes(layer.getClassName()) || comesMasked(layer);
}

const comesMasked = ({ inboundNodes: [node] }: Layer): boolean => node?.inboundLayers.some(givesMask) ?? false;

/**
 * The mask `[batch, steps]` that is meant for this layer. tfjs goes on handing a mask to every later layer, also to
 * those that it does not reach; a layer inside a wrapper has no place in the graph and trusts what the wrapper gives.
 */
export function maskFor(layer: Layer, kwargs: Readonly<Record<string, unknown>>): Tensor | null {
  const { mask } = kwargs as { readonly mask?: Tensor | readonly Tensor[] | null };
  const given = Array.isArray(mask) ? (mask as readonly Tensor[])[0] : (mask as Tensor | null | undefined);
  if (!given) return null;
  return layer.inboundNodes.length === 0 || comesMasked(layer) ? given : null;
}

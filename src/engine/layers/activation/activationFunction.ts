import type { Tensor } from '@tensorflow/tfjs-core';
import { layers } from '../tfjsLayers';

type Name = Parameters<typeof layers.activation>[0]['activation'];

/** The activation of this name, as tfjs's own layers compute it; `linear` gives back the very tensor. */
export function activationFunction(name: string): (x: Tensor) => Tensor {
  if (name === 'linear') return (x) => x;
  const layer = layers.activation({ activation: name as Name });
  return (x) => layer.call(x, {}) as Tensor;
}

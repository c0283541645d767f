import type { Call, Layer, Tensor } from '../values/value';
import { connect } from './connect';
import { lambdaTensors } from './lambda';
import { modelTensors } from './nested';
import { ownTensors } from './ownClass';

/** Tensors that come out of a layer, a model, or an object of a class of the text, when these go in. */
export function tensorsOf(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[] {
  if (layer.model) return modelTensors(layer, inputs, call);
  if (layer.base === 'Lambda') return lambdaTensors(layer, inputs, call);
  const isOwn = layer.instance !== null && (layer.base === 'Layer' || layer.base === 'Model');
  return isOwn ? ownTensors(layer, inputs, call) : connect(layer, inputs, call);
}

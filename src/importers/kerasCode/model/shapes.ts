import type { BatchShape, Layer } from '../values/value';
import type { AnyBrick } from '../../../brick/brick';
import { type Shape, ShapeError } from '../../../brick/shape';
import type { LayerValue } from '../../../brick/fields';
import type { Library } from '../../../document/template';
import { placedLayer } from '../../kerasGraph/placedLayer';

/** Layers without a brick that give as much as their first input. */
const likeQuery = /^(MultiHead|GroupQuery|Additive)?Attention$/;

/** Shape that comes out of a layer, with the batch axis, as its brick says; null where none does. */
export function outputShape(
  layer: Layer,
  inputs: readonly (BatchShape | null)[],
  { bricks }: Library,
): BatchShape | null {
  if (inputs.some((shape) => shape === null)) return null;
  const units = layer.config['units'];
  // Along the last axis, whatever stands in front of it.
  if (layer.base === 'Dense' && typeof units === 'number' && inputs.length === 1 && inputs[0]!.length > 3)
    return [...inputs[0]!.slice(0, -1), units];
  const given = inputs.map((shape) => shape!.slice(1));
  const batch = inputs[0]?.[0] ?? null;
  if (likeQuery.test(layer.base)) return inputs[0] ?? null;
  const { name, base: className, config } = layer;
  const placed = placedLayer({ name, className, config, inputs: given.length }, Object.values(bricks));
  if (!placed.ok) return null;
  try {
    const shape = brickShape(placed.value.brick, placed.value.params, given, bricks);
    return shape && [batch, ...shape];
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

function brickShape(
  brick: AnyBrick,
  params: Readonly<Record<string, unknown>>,
  inputs: readonly Shape[],
  bricks: Library['bricks'],
): Shape | null {
  const { wraps } = brick;
  if (!wraps) return brick.shape(inputs, params);
  const inner = params['layer'] as LayerValue;
  const inside = bricks[inner.type];
  return inside ? wraps.shape(inside.shape([wraps.inner(inputs, params)], inner.params), inputs, params) : null;
}

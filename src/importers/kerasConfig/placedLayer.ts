import type { AnyBrick } from '../../brick/brick';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble } from '../importer';
import { type LayerParams, layerParams } from './layerParams';
import type { KerasLayer } from './sequential';

/** A layer as a brick on the canvas. */
export interface PlacedLayer extends LayerParams {
  readonly name: string;
  readonly brick: AnyBrick;
  readonly trainable: boolean;
}

/** A layer by itself; a layer in a layer or a model in a model says more than arguments. */
const single = ({ inputs, wraps, nested }: AnyBrick) => inputs === 1 && !wraps && !nested;

/** A layer as the brick of its class that takes its arguments. `legacy`: from Keras 1 or 2. */
export function placedLayer(
  layer: KerasLayer,
  bricks: readonly AnyBrick[],
  legacy: boolean,
): Result<PlacedLayer, ImportTrouble> {
  const { name, config } = layer;
  const found = bricks.filter((brick) => brick.layer.keras === layer.layer && single(brick));
  const tried = found.map((brick) => ({ brick, read: layerParams(brick, layer, legacy) }));
  for (const { brick, read } of tried)
    if (read.ok) return done({ ...read.value, name, brick, trainable: config['trainable'] !== false });
  const [first] = tried;
  if (first && !first.read.ok) return first.read;
  return refused({ code: 'layer', where: name, data: { layer: layer.layer } });
}

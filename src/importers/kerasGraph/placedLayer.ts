import type { AnyBrick } from '../../brick/brick';
import { initialParams } from '../../brick/brick';
import type { LayerValue } from '../../brick/fields';
import { valueText } from '../../compile/params';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble } from '../importer';
import { classOf, settingsOf, textAt } from './json';
import type { Config, Json } from './kerasGraph';
import { type LayerParams, type UnfitArgument, layerParams } from './layerParams';

/** A layer as a brick on the canvas. */
export interface PlacedLayer extends LayerParams {
  readonly brick: AnyBrick;
}

/** A layer as the document maker reads it: a class with its arguments, and how many tensors come in. */
export interface SingleLayer {
  readonly name: string;
  readonly className: string;
  readonly config: Config;
  /** Missing: inside a wrapper. */
  readonly inputs: number;
}

/** Wrappers in wrappers, deeper than any that somebody made. */
const deepest = 4;

const takes = ({ inputs }: AnyBrick, count: number) => (inputs === 'many' ? count > 0 : inputs === count);

/** A layer as the brick of its class that takes its arguments. */
export function placedLayer(layer: SingleLayer, bricks: readonly AnyBrick[]): Result<PlacedLayer, ImportTrouble> {
  const { name, className, config, inputs } = layer;
  const found = bricks.filter((brick) => brick.layer.keras === className && !brick.nested);
  if (found.length === 0) return refused({ code: 'layer', where: name, data: { layer: className } });
  const fitting = found.filter((brick) => takes(brick, inputs));
  if (fitting.length === 0) return refused({ code: 'inputs', where: name, data: { layer: className, inputs } });
  const read = firstThatReads(fitting, name, config, bricks, 0);
  return read.ok ? read : refused({ code: 'argument', where: name, data: read.error });
}

function firstThatReads(
  found: readonly AnyBrick[],
  name: string,
  config: Config,
  bricks: readonly AnyBrick[],
  depth: number,
): Result<PlacedLayer, UnfitArgument> {
  let first: UnfitArgument | null = null;
  for (const brick of found) {
    const read = layerParams(brick, name, config, (inner, around) => innerLayer(inner, around, bricks, depth + 1));
    if (read.ok) return done({ ...read.value, brick });
    first ??= read.error;
  }
  return refused(first!);
}

/** The layer in a wrapper's configuration: a brick that the wrapper takes. */
function innerLayer(
  given: Json,
  around: AnyBrick,
  bricks: readonly AnyBrick[],
  depth: number,
): Result<LayerValue, UnfitArgument> {
  const className = classOf(given) ?? valueText(given);
  // A Bidirectional sets this on its layers, as ours computes.
  const { zero_output_for_mask: _zeros, ...config } = settingsOf(given);
  const found = bricks.filter((brick) => brick.layer.keras === className && around.wraps?.accepts(brick));
  if (found.length === 0 || depth > deepest) {
    return refused({ argument: 'class_name', value: className, allowed: null });
  }
  const read = firstThatReads(found, textAt(config, 'name') ?? className, config, bricks, depth);
  if (!read.ok) return read;
  const { brick, params } = read.value;
  return done({ type: brick.type, params: { ...initialParams(brick), ...params } });
}

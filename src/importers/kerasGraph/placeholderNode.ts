import type { Json as SavedJson } from '../../document/document';
import { placeholderSchema, placeholderType } from '../../document/structure/placeholder';
import type { LayerShapes } from '../../formats/weights/weightFile';
import type { ImportNote, ImportTrouble } from '../importer';
import type { FlatLayer } from './flatGraph';
import { isList, member } from './json';
import type { Json, KerasCall } from './kerasGraph';
import { storedWeights } from './storedWeights';

/** A layer that keeps its place without a brick. */
export interface PlacedPlaceholder {
  readonly type: string;
  readonly params: Readonly<Record<string, SavedJson>>;
  readonly assumed: readonly ImportNote[];
  readonly dropped: readonly ImportNote[];
}

type Shape = readonly (number | null)[];

const isShape = (value: Json | undefined): value is Shape =>
  isList(value) && value.length > 1 && value.every((size) => size === null || typeof size === 'number');

/** Shapes that come out of layers, without the batch axis, as those behind them say. */
export function saidShapes(layers: readonly FlatLayer[]): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const { layer, call, inputs } of layers) {
    const built = member(layer.config['build_config'], 'input_shape');
    inputs.forEach((from, port) => {
      const said = call?.inputs[port]?.shape ?? (inputs.length === 1 && isShape(built) ? built : undefined);
      if (said !== undefined) shapes.set(from, said.slice(1));
    });
    if (layer.shape) shapes.set(layer.name, layer.shape.slice(1));
  }
  return shapes;
}

/**
 * The place of a layer that no brick takes over; null where what comes out of it is not known. Of a class that nobody knows
 * here it is taken for as large as what goes in.
 */
export function placeholderNode(
  { name, layer, path, call }: FlatLayer,
  trouble: ImportTrouble,
  said: Shape | undefined,
  stored: readonly LayerShapes[],
): PlacedPlaceholder | null {
  const isUnknown = trouble.code === 'layer';
  const isUnfit = trouble.code === 'argument' || trouble.code === 'inputs';
  if (!isUnknown && !(isUnfit && said !== undefined)) return null;
  const { className, module, config } = layer.written ?? layer;
  const weights = storedWeights(stored, path);
  const given = {
    className,
    module,
    config,
    shape: said ?? null,
    weights,
    ...(call?.given && isOwnCall(call.given) ? { call: call.given } : {}),
  };
  const params = placeholderSchema.safeParse(given);
  if (!params.success) return null;
  const argument = trouble.code === 'argument' ? `${trouble.data.argument} = ${trouble.data.value}` : null;
  const parameters = Object.values(weights).reduce((sum, sizes) => sum + sizes.reduce((all, size) => all * size, 1), 0);
  const data = { layer: className, argument, parameters };
  const dropped: ImportNote = { code: 'placeholder', where: name, data };
  const assumed: readonly ImportNote[] = said ? [] : [{ code: 'sameShape', where: name, data: {} }];
  return { type: placeholderType, params: params.data as PlacedPlaceholder['params'], assumed, dropped: [dropped] };
}

/** A call that is more than one tensor, or a list of them. */
function isOwnCall({ args, kwargs }: NonNullable<KerasCall['given']>): boolean {
  return args.length !== 1 || Object.keys(kwargs).length > 0;
}

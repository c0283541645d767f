import { forbiddenNames } from '../../document/document';
import type { LayerShapes, TensorShape } from '../../formats/weights/weightFile';

/** All tensors of a layer, and of what it holds, under their paths in it. */
function tensorsIn({ tensors, layers }: LayerShapes): readonly TensorShape[] {
  const inside = layers.flatMap((layer) =>
    tensorsIn(layer).map(({ name, shape }) => ({ name: `layers/${layer.counted ?? layer.name}/${name}`, shape })),
  );
  return [...tensors, ...inside];
}

/** `att/kernel` of `block/att/kernel:0` in the layer `block`. */
function nameIn(layer: string, written: string): string {
  const words = written.replace(/:\d+$/, '').split('/');
  const own = words.indexOf(layer);
  return words.slice(own < 0 || own === words.length - 1 ? 0 : own + 1).join('/');
}

/**
 * The weights that a file has for a layer: their shapes by their names in it, in the file's order. `path` are the names of
 * the models around it, outermost first, and its own. None where the file has none, or two of one name.
 */
export function storedWeights(
  stored: readonly LayerShapes[],
  path: readonly string[],
): Readonly<Record<string, readonly number[]>> {
  const [name, ...rest] = path;
  const layer = stored.find((each) => each.name === name);
  if (name === undefined || layer === undefined) return {};
  if (rest.length > 0) return storedWeights(layer.layers, rest);
  const named = tensorsIn(layer).map((tensor) => [nameIn(name, tensor.name), tensor.shape] as const);
  const weights = named.filter(([own]) => !forbiddenNames.includes(own));
  return new Set(weights.map(([own]) => own)).size < named.length ? {} : Object.fromEntries(weights);
}

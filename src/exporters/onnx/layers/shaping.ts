import type { Layer, LayerWriter } from './layer';
import { type Dim, dimsOf, places, reshape, slice } from './dimensions';
import type { Value } from '../graph/parts';

/** The value as it came in. */
export const unchanged: LayerWriter = (layer) => layer.given[0]!;

/** Keras's Flatten; where only the channels are more than one, nothing has to be turned for it. */
export const flatten: LayerWriter = (layer) => {
  const x = layer.any();
  const flat = x.first && x.shape.slice(0, -1).every((size) => size === 1);
  if (x.shape.length === 1) return layer.main('Identity', [x]);
  return layer.main('Flatten', [flat ? x : layer.last()], { attributes: { axis: 1 } });
};

/** Keras's Reshape. */
export const reshaping: LayerWriter = (layer) => {
  const x = layer.last();
  const target = layer.shape.map((size): Dim => size ?? -1);
  return reshape(layer, x, [{ of: x, axis: 0 }, ...target], {}, 'main');
};

/** Keras's Permute. */
export const permute: LayerWriter = (layer) =>
  layer.main('Transpose', [layer.last()], { attributes: { perm: [0, ...layer.list('dims')] } });

/** Keras's RepeatVector. */
export const repeatVector: LayerWriter = (layer) => {
  const wide = layer.part('Unsqueeze', [layer.last(), layer.whole(1)]);
  return layer.main('Tile', [wide, layer.whole(1, layer.number('n'), 1)]);
};

/** Cells before and after every spatial axis. */
function sides(layer: Layer, name: string): (readonly [number, number])[] {
  const flat = layer.list(name);
  return Array.from({ length: flat.length / 2 }, (_, axis) => [flat[2 * axis]!, flat[2 * axis + 1]!]);
}

/** Keras's ZeroPadding1D, ZeroPadding2D and ZeroPadding3D. */
export const zeroPadding: LayerWriter = (layer) => {
  const x = layer.any();
  const [before, after] = [0, 1].map((end) => {
    const cells = dimsOf(x).map(() => 0);
    sides(layer, 'padding').forEach((both, axis) => (cells[places(x)[axis]!] = both[end as 0 | 1]));
    return cells;
  });
  return layer.main('Pad', [x, layer.whole(...before!, ...after!)], { first: x.first });
};

/** A range of places along every axis that is cut. */
const ends = (x: Value, cut: readonly (readonly [number, number])[]) =>
  cut.map(([before, after], axis) => ({
    place: places(x)[axis]!,
    start: before,
    end: after === 0 ? Number.MAX_SAFE_INTEGER : -after,
  }));

/** Keras's Cropping1D, Cropping2D and Cropping3D. */
export const cropping: LayerWriter = (layer) => {
  const x = layer.any();
  return slice(layer, x, ends(x, sides(layer, 'cropping')), { first: x.first }, 'main');
};

/** The middle of a picture in this size, which must be smaller in no axis. */
export function middle(layer: Layer, x: Value, sizes: readonly [number, number]): Value {
  const ranges = sizes.flatMap((size, axis) => {
    const before = Math.floor((x.shape[axis]! - size) / 2);
    return size === x.shape[axis] ? [] : [{ place: places(x)[axis]!, start: before, end: before + size }];
  });
  return ranges.length === 0 ? x : slice(layer, x, ranges, { ...x, shape: [...sizes, x.shape.at(-1)!] });
}

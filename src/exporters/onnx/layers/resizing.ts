import type { Layer, LayerWriter } from './layer';
import { places, sizeOf } from './dimensions';
import { middle } from './shaping';
import type { Value } from '../graph/parts';

/** Values lie in the middle of their cells; the nearest one is that of the cell that the middle falls into. */
const modes = {
  bilinear: { mode: 'linear', coordinate_transformation_mode: 'half_pixel' },
  nearest: { mode: 'nearest', coordinate_transformation_mode: 'half_pixel', nearest_mode: 'round_prefer_ceil' },
} as const;
type Interpolation = keyof typeof modes;

/** Keras's UpSampling1D, UpSampling2D and UpSampling3D. */
export const upSampling: LayerWriter = (layer) => {
  const factors = layer.list('size');
  const interpolation = layer.text('interpolation', 'nearest') as Interpolation;
  const x = interpolation === 'bilinear' ? layer.first() : layer.any();
  const scales = Array.from({ length: x.shape.length + 1 }, () => 1);
  factors.forEach((factor, axis) => (scales[places(x)[axis]!] = factor));
  const attributes =
    interpolation === 'bilinear'
      ? modes.bilinear
      : { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' };
  return layer.main('Resize', [x, null, layer.graph.constant(scales, 'float')], { first: x.first, attributes });
};

/** Which cell of `from` each of `to` cells takes, as the engine reckons it. */
const nearest = (from: number, to: number) =>
  Array.from({ length: to }, (_, cell) => Math.min(Math.floor(Math.fround(((cell + 0.5) * from) / to)), from - 1));

/** A picture in another size, as Keras's `ops.image.resize` without antialiasing. */
function resized(layer: Layer, given: Value, sizes: readonly [number, number], interpolation: Interpolation): Value {
  const after = { shape: [...sizes, given.shape.at(-1)!] };
  if (interpolation === 'nearest' && sizes.every((_, axis) => given.shape[axis] !== null)) {
    // Where two cells are as near, a rounding would decide.
    return sizes.reduce((x, size, axis) => {
      const cells = layer.whole(...nearest(x.shape[axis]!, size));
      const attributes = { axis: places(x)[axis]! };
      return layer.part('Gather', [x, cells], { ...x, shape: x.shape.with(axis, size), attributes });
    }, given);
  }
  const x = layer.graph.turned(given, true);
  const rest = [0, 1].map((axis) => sizeOf(layer, { of: x, axis }));
  const target = layer.part('Concat', [...rest, layer.whole(...sizes)], { attributes: { axis: 0 }, type: 'int64' });
  return layer.main('Resize', [x, null, null, target], { ...after, first: true, attributes: modes[interpolation] });
}

/** The largest part in the middle that has the ratio of the new size (Keras's `crop_to_aspect_ratio`). */
function croppedToRatio(layer: Layer, x: Value, [height, width]: readonly [number, number]): Value {
  const [oldHeight, oldWidth] = x.shape;
  if (oldHeight === null || oldWidth === null) return layer.refuse('openSize');
  const inside = (old: number, wanted: number) => Math.max(Math.min(old, Math.trunc(wanted)), 1);
  const newHeight = inside(oldHeight!, (oldWidth! * height) / width);
  const newWidth = inside(oldWidth!, (oldHeight! * width) / height);
  return middle(layer, x, [newHeight, newWidth]);
}

const sizesOf = (layer: Layer) => [layer.number('height'), layer.number('width')] as const;

/** Keras's Resizing. */
export const resizing: LayerWriter = (layer) => {
  const sizes = sizesOf(layer);
  const x = layer.flag('cropToAspectRatio') ? croppedToRatio(layer, layer.any(), sizes) : layer.any();
  return resized(layer, x, sizes, layer.text('interpolation', 'bilinear') as Interpolation);
};

/** Keras's CenterCrop: a picture too small for it is enlarged. */
export const centerCrop: LayerWriter = (layer) => {
  const [height, width] = sizesOf(layer);
  const x = layer.any();
  const [oldHeight, oldWidth] = x.shape;
  if (oldHeight === null || oldWidth === null) return layer.refuse('openSize');
  if (oldHeight! >= height && oldWidth! >= width) return middle(layer, x, [height, width]);
  return resized(layer, croppedToRatio(layer, x, [height, width]), [height, width], 'bilinear');
};

/** Keras's Rescaling. */
export const rescaling: LayerWriter = (layer) => {
  const x = layer.any();
  const [scale, offset] = [layer.number('scale'), layer.number('offset')];
  const times = scale === 1 ? x : layer.main('Mul', [x, layer.scalar(scale)], x);
  return offset === 0 ? times : layer.part('Add', [times, layer.scalar(offset)], x);
};

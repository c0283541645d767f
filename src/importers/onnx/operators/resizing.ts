import type { Operation } from '../operation';
import { classFor, padded, pictureAt } from './windows';

/** ONNX `Pad` with zeros around the axes behind the channels. */
export function pad(operation: Operation): void {
  const mode = operation.text('mode', 'constant');
  const value = operation.has(2) ? operation.constant(2).values[0]! : operation.float('value', 0);
  if (mode !== 'constant' || value !== 0) throw operation.refuse('mode', `${mode} ${value}`);
  const given = operation.straight(0);
  const pads = operation.intsOr('pads', 1) ?? [];
  const rank = given.axes.length;
  if (operation.has(3) || pads.length !== rank * 2) throw operation.refuse('pads', pads);
  if (pads.every((size) => size === 0)) {
    operation.give(given);
    return;
  }
  // In the order of the layer's own axes: batch and channels stay.
  const axes = given.axes
    .flatMap((axis, at) => (axis > 0 && axis < rank - 1 ? [[axis, at] as const] : []))
    .toSorted(([a], [b]) => a - b);
  const [before, after] = [axes.map(([, at]) => pads[at]!), axes.map(([, at]) => pads[at + rank]!)];
  const outside = pads.some((size, at) => size !== 0 && axes.every(([, own]) => own !== at % rank));
  if (outside || given.axes.includes(-1) || [...before, ...after].some((size) => size < 0))
    throw operation.refuse('pads', pads);
  const { layer } = padded(operation, given, before, after);
  const dims = given.dims.map((size, at) => (size === null ? null : size + pads[at]! + pads[at + rank]!));
  operation.give({ ...given, layer, dims });
}

/** ONNX `Resize` and `Upsample` by whole factors. */
export function resize(operation: Operation): void {
  const input = pictureAt(operation, 0);
  const axes = input.dims.length - 2;
  const isOld = operation.node.op === 'Upsample' || operation.conversion.graph.opset < 11;
  const scales = operation.node.attributes.get('scales')?.floats ?? constantAt(operation, isOld ? 1 : 2);
  const sizes = isOld ? [] : constantAt(operation, 3);
  const factors = input.dims.map((size, at) =>
    scales.length > 0 ? scales[at]! : sizes.length === 0 ? NaN : at === 0 ? 1 : size === null ? NaN : sizes[at]! / size,
  );
  const [batch, channels, ...size] = factors;
  if (batch !== 1 || channels !== 1 || size.some((factor) => !Number.isInteger(factor)))
    throw operation.refuse('scales', factors);
  const mode = operation.text('mode', 'nearest');
  const places = operation.text('coordinate_transformation_mode', isOld ? 'asymmetric' : 'half_pixel');
  const rounding = operation.text('nearest_mode', isOld ? 'floor' : 'round_prefer_floor');
  // By whole factors: the pixel that it lies in.
  const isPlain =
    mode === 'nearest' &&
    (/^(asymmetric|tf_half_pixel_for_nn)$/.test(places)
      ? rounding === 'floor'
      : places.endsWith('half_pixel') && rounding.startsWith('round'));
  const bilinear = mode === 'linear' && /^(half_pixel|pytorch_half_pixel)$/.test(places) && axes === 2;
  if (!isPlain && !bilinear) throw operation.refuse('mode', `${mode}, ${places}`);
  const config =
    axes === 1
      ? { size: size[0]! }
      : { size, ...(axes === 2 ? { interpolation: bilinear ? 'bilinear' : 'nearest' } : {}) };
  const { name } = operation.layer(classFor('UpSampling', axes), config, [input]);
  const dims = input.dims.map((one, at) => (one === null || at < 2 ? one : one * factors[at]!));
  operation.give({ ...input, layer: name, dims });
}

const constantAt = (operation: Operation, at: number): readonly number[] =>
  operation.has(at) ? Array.from(operation.constant(at).values) : [];

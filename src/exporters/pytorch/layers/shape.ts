import type { LayerPrinter, LayerPrinters } from '../layer';
import { asItComes, numbersOf } from '../layer';
import { centerCrop, cropToRatio } from '../python/pictures';
import { padTuple } from './padding';

type Pairs = readonly (readonly [number, number])[];

/** Numbers before and behind each axis; of a sequence there is one pair, written without its brackets. */
const pairsOf = (value: unknown): Pairs => {
  const given = value as readonly [number, number] | Pairs;
  const isPair = (one: typeof given): one is readonly [number, number] => typeof one[0] === 'number';
  return isPair(given) ? [given] : given;
};

const known = (shape: readonly (number | null)[]) => shape.every((size) => size !== null);

/** Kept channels first where that is how it comes: what lies behind says whether it can take that. */
const flatten: LayerPrinter = ({ arriving, inputShapes }) => {
  const [x] = inputShapes;
  const flat = arriving.layout === 'first' && known(x!);
  if (flat) return { takes: 'first', gives: 'flat', flattened: x!, forward: ([value]) => `${value}.flatten(1)` };
  return { takes: 'last', forward: ([value]) => `${value}.flatten(1)` };
};

const reshape: LayerPrinter = ({ shape }) => ({
  takes: 'last',
  forward: ([x]) =>
    known(shape)
      ? `${x}.reshape(-1, ${shape.join(', ')})`
      : `${x}.reshape(len(${x}), ${shape.map((size) => size ?? -1).join(', ')})`,
});

const permute: LayerPrinter = ({ call }) => ({
  takes: 'last',
  forward: ([x]) => `${x}.permute(0, ${numbersOf(call.kerasArgs['dims'], 1).join(', ')})`,
});

const repeat: LayerPrinter = ({ call }) => ({
  takes: 'last',
  forward: ([x]) => `${x}.unsqueeze(1).repeat(1, ${Number(call.kerasArgs['n'])}, 1)`,
});

const zeroPadding: LayerPrinter = ({ call }) => ({
  takes: 'first',
  forward: ([x]) => `F.pad(${x}, ${padTuple(pairsOf(call.kerasArgs['padding']))})`,
});

const cropping: LayerPrinter = ({ call }) => {
  const slices = pairsOf(call.kerasArgs['cropping']).map(
    ([before, after]) => `${before === 0 ? '' : before}:${after === 0 ? '' : -after}`,
  );
  return { takes: 'first', forward: ([x]) => `${x}[:, :, ${slices.join(', ')}]` };
};

const upSampling: LayerPrinter = ({ call, inputShapes }) => {
  const size = numbersOf(call.kerasArgs['size'], inputShapes[0]!.length - 1);
  const mode = call.kerasArgs['interpolation'] === 'bilinear' ? ', mode="bilinear"' : '';
  const scale = size.length === 1 ? String(size[0]) : `(${size.join(', ')})`;
  return { takes: 'first', forward: ([x]) => `F.interpolate(${x}, scale_factor=${scale}${mode})` };
};

const resizing: LayerPrinter = ({ call }) => {
  const { height, width, interpolation, cropToAspectRatio } = call.kerasArgs;
  const size = `(${Number(height)}, ${Number(width)})`;
  const mode = interpolation === 'bilinear' ? 'bilinear' : 'nearest-exact';
  const crops = cropToAspectRatio === true;
  const cropped = (x: string) => (crops ? `crop_to_ratio(${x}, ${Number(height)}, ${Number(width)})` : x);
  return {
    takes: 'first',
    forward: ([x]) => `F.interpolate(${cropped(x!)}, size=${size}, mode="${mode}")`,
    parts: crops ? [cropToRatio] : [],
  };
};

const crop: LayerPrinter = ({ call }) => ({
  takes: 'first',
  forward: ([x]) => `center_crop(${x}, ${Number(call.kerasArgs['height'])}, ${Number(call.kerasArgs['width'])})`,
  parts: [centerCrop],
});

const rescaling: LayerPrinter = (asked) => {
  const { scale, offset } = asked.call.kerasArgs;
  const added = Number(offset) === 0 ? '' : ` + ${Number(offset)}`;
  return { takes: asItComes(asked), forward: ([x]) => `${x} * ${Number(scale)}${added}` };
};

/** Steps that hold nothing but the mask value become zeros. */
const masking: LayerPrinter = ({ call }) => ({
  takes: 'last',
  forward: ([x]) => `${x} * (${x} != ${Number(call.kerasArgs['maskValue'])}).any(dim=-1, keepdim=True)`,
});

export const shapes: LayerPrinters = {
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
  RepeatVector: repeat,
  ZeroPadding1D: zeroPadding,
  ZeroPadding2D: zeroPadding,
  ZeroPadding3D: zeroPadding,
  Cropping1D: cropping,
  Cropping2D: cropping,
  Cropping3D: cropping,
  UpSampling1D: upSampling,
  UpSampling2D: upSampling,
  UpSampling3D: upSampling,
  Resizing: resizing,
  CenterCrop: crop,
  Rescaling: rescaling,
  Masking: masking,
};

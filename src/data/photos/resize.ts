import type { Interpolation } from './photos';

/** A decoded picture, row by row: 4 bytes per pixel (red, green, blue, alpha), the same array as long as no other row is asked for. */
export interface Rows {
  readonly width: number;
  readonly height: number;
  /** A picture in grey of 16 bits: its values are 0 … 65,535, and Keras takes them as they are where a model has one channel. */
  readonly sixteenBits?: boolean;
  row(y: number): ArrayLike<number>;
}

type Size = readonly [height: number, width: number, channels: number];
/** One row in as many values as the picture needs. */
type Values = Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

const wide = ({ sixteenBits = false }: Rows, [, , channels]: Size) => sixteenBits && channels === 1;
const valuesFor = (source: Rows, size: Size, count: number): Values =>
  wide(source, size) ? new Float32Array(count) : new Uint8Array(count);

/** Two neighbours of the source for each place of the result, and how much of the second one. */
interface Places {
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly share: Float32Array;
}

/**
 * `nearest` as Pillow's `resize`, which `load_img` calls: place i takes pixel ⌊(i + ½) · scale⌋; the position is summed up
 * as Pillow does, which decides where it falls exactly between two pixels. `bilinear` as `tf.image.resize` without
 * antialias: half-pixel centres, edges repeated.
 */
function placesOf(from: number, to: number, interpolation: Interpolation): Places {
  const lower = new Int32Array(to);
  const upper = new Int32Array(to);
  const share = new Float32Array(to);
  const scale = from / to;
  let centre = scale * 0.5;
  for (let place = 0; place < to; place++, centre += scale) {
    if (interpolation === 'nearest') {
      lower[place] = upper[place] = Math.min(from - 1, Math.floor(centre));
    } else {
      const at = (place + 0.5) * scale - 0.5;
      lower[place] = Math.max(0, Math.floor(at));
      upper[place] = Math.min(from - 1, Math.ceil(at));
      share[place] = at - Math.floor(at);
    }
  }
  return { lower, upper, share };
}

/** Grey as Pillow's `convert('L')`: ITU-R BT.601 in 16-bit fixed point. */
const grey = (red: number, green: number, blue: number) =>
  (red * 19_595 + green * 38_470 + blue * 7_471 + 0x8000) >> 16;

/** One row of the source in so many channels; alpha is left out unless there are four, as `load_img` does. */
function channelsOf(source: Rows, y: number, channels: number, into: Values): void {
  const rgba = source.row(y);
  const { width } = source;
  if (source.sixteenBits) {
    // Pillow's `convert('RGB')` cuts off what is over 255.
    for (let at = 0; at < width * channels; at++) {
      const value = rgba[Math.floor(at / channels) * 4]!;
      into[at] = channels === 1 ? value : at % channels === 3 ? 255 : Math.min(255, value);
    }
    return;
  }
  for (let x = 0; x < width; x++) {
    const [red, green, blue] = [rgba[x * 4]!, rgba[x * 4 + 1]!, rgba[x * 4 + 2]!];
    if (channels === 1) into[x] = grey(red, green, blue);
    else {
      into[x * channels] = red;
      into[x * channels + 1] = green;
      into[x * channels + 2] = blue;
      if (channels > 3) into[x * channels + 3] = rgba[x * 4 + 3]!;
    }
  }
}

/**
 * A picture in the size a model takes, without regard to its proportions, written into `into` as
 * `[height, width, channels]` (1: grey, 3: colour, 4: colour and alpha); bilinear values are rounded to whole numbers.
 */
export function resizeInto(
  into: Uint8Array | Float32Array,
  source: Rows,
  size: Size,
  interpolation: Interpolation,
): void {
  const [height, width, channels] = size;
  const down = placesOf(source.height, height, interpolation);
  const across = placesOf(source.width, width, interpolation);
  let [lowerRow, upperRow] = [-1, -1];
  let [lower, upper] = [0, 1].map(() => valuesFor(source, size, source.width * channels)) as [Values, Values];
  for (let y = 0, to = 0; y < height; y++) {
    const [first, second] = [down.lower[y]!, down.upper[y]!];
    if (first === upperRow) {
      [lower, upper] = [upper, lower];
      [lowerRow, upperRow] = [upperRow, lowerRow];
    } else if (first !== lowerRow) {
      channelsOf(source, first, channels, lower);
      lowerRow = first;
    }
    if (second !== upperRow && second !== lowerRow) {
      channelsOf(source, second, channels, upper);
      upperRow = second;
    }
    const below = second === lowerRow ? lower : upper;
    const tall = down.share[y]!;
    for (let x = 0; x < width; x++) {
      const [left, right] = [across.lower[x]! * channels, across.upper[x]! * channels];
      const far = across.share[x]!;
      for (let channel = 0; channel < channels; channel++, to++) {
        const top = lower[left + channel]! + (lower[right + channel]! - lower[left + channel]!) * far;
        const bottom = below[left + channel]! + (below[right + channel]! - below[left + channel]!) * far;
        into[to] = Math.round(top + (bottom - top) * tall);
      }
    }
  }
}

/** A picture in the size a model takes, see `resizeInto`: bytes, or whole numbers up to 65,535 of a grey of 16 bits in one channel. */
export function sized(source: Rows, size: Size, interpolation: Interpolation): Values {
  const values = valuesFor(source, size, size[0] * size[1] * size[2]);
  resizeInto(values, source, size, interpolation);
  return values;
}

import type { Interpolation } from '../data/photos/photos';
import type { Pixels } from '../data/picture';

type Shares = readonly (readonly [cell: number, share: number])[];

/** Which cells of a side of `from` make up cell `at` of a side of `to`; centres are aligned, nothing is averaged. */
function sharesOf(at: number, from: number, to: number, interpolation: Interpolation): Shares {
  const centre = ((at + 0.5) * from) / to;
  if (interpolation === 'nearest') return [[Math.min(Math.floor(centre), from - 1), 1]];
  const low = Math.floor(centre - 0.5);
  const share = centre - 0.5 - low;
  return [
    [Math.max(low, 0), 1 - share],
    [Math.min(low + 1, from - 1), share],
  ];
}

/** A picture in another size with its own channels: `nearest` as Pillow, which `load_img` uses, `bilinear` as `tf.image.resize`. */
export function sized(
  { width, height, channels, values }: Pixels,
  tall: number,
  wide: number,
  interpolation: Interpolation,
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(tall * wide * channels);
  const columns = Array.from({ length: wide }, (_, column) => sharesOf(column, width, wide, interpolation));
  for (let row = 0; row < tall; row++) {
    for (const [y, down] of sharesOf(row, height, tall, interpolation)) {
      columns.forEach((column, place) => {
        const to = (row * wide + place) * channels;
        for (const [x, across] of column) {
          const from = (y * width + x) * channels;
          for (let at = 0; at < channels; at++) result[to + at]! += values[from + at]! * down * across;
        }
      });
    }
  }
  return result;
}

/** A picture as numbers: `[height, width, channels]`, 0 … 255. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: ArrayLike<number>;
}

/** Brightness of a colour as ITU-R BT.601, which `tf.image.rgb_to_grayscale` uses. */
const brightness = [0.2989, 0.587, 0.114] as const;

/** The value of one cell in so many channels: colour → grey by brightness, grey → colour by repetition; alpha is left out. */
function channel(picture: Pixels, start: number, wanted: number, index: number): number {
  const { channels, values } = picture;
  if (channels === wanted) return values[start + index]!;
  if (channels <= 2) return values[start]!;
  if (wanted >= 3) return index < 3 ? values[start + index]! : 255;
  return brightness.reduce((sum, weight, part) => sum + weight * values[start + part]!, 0);
}

/**
 * The picture in the size and channels a model takes, bilinear with pixel centres aligned as `tf.image.resize` does;
 * a much larger picture is averaged over the area that each cell covers, so that fine lines do not vanish.
 */
export function fitted(
  picture: Pixels,
  [height, width, channels]: readonly [number, number, number],
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(height * width * channels);
  const [down, across] = [picture.height / height, picture.width / width];
  const rows = Array.from({ length: height }, (_, row) => weightsOf(row, down, picture.height));
  const columns = Array.from({ length: width }, (_, column) => weightsOf(column, across, picture.width));
  let to = 0;
  for (const row of rows) {
    for (const column of columns) {
      for (let index = 0; index < channels; index++, to++) {
        let sum = 0;
        for (const [y, tall] of row) {
          for (const [x, wide] of column) {
            const start = (y * picture.width + x) * picture.channels;
            sum += tall * wide * channel(picture, start, channels, index);
          }
        }
        result[to] = sum;
      }
    }
  }
  return result;
}

type Share = readonly [index: number, weight: number];

/** Which source cells make up a cell, and how much of each: a triangle as wide as the scale, at least one cell. */
function weightsOf(index: number, scale: number, size: number): readonly Share[] {
  const reach = Math.max(1, scale);
  const centre = (index + 0.5) * scale - 0.5;
  const shares: [number, number][] = [];
  for (let at = Math.ceil(centre - reach); at <= Math.floor(centre + reach); at++) {
    const weight = 1 - Math.abs(at - centre) / reach;
    if (weight > 0 && at >= 0 && at < size) shares.push([at, weight]);
  }
  const total = shares.reduce((sum, [, weight]) => sum + weight, 0);
  return shares.map(([at, weight]) => [at, weight / total]);
}

import { fitted } from '../../picture';
import { type Rows, sized } from '../resize';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture in one channel as a model takes it that has learned from light drawings on black. */
export interface Drawing extends Size {
  readonly channels: 1;
  /** `[height, width]`, 0 … 255. */
  readonly values: Float32Array<ArrayBuffer>;
  /** Were light and dark exchanged? */
  readonly inverted: boolean;
}

const middle = 255 / 2;

/**
 * Is it a dark drawing on light paper? Its border says so, where nothing is drawn: of `[height, width]` values 0 … 255 the
 * outermost ones are lighter than the middle on average. A grey of 16 bits (a value above 255) is left as it is.
 */
export function onPaper(values: ArrayLike<number>, { width, height }: Size): boolean {
  let [sum, count] = [0, 0];
  for (let at = 0; at < width * height; at++) {
    if (values[at]! > 255) return false;
    const [row, column] = [Math.floor(at / width), at % width];
    if (row > 0 && row < height - 1 && column > 0 && column < width - 1) continue;
    sum += values[at]!;
    count += 1;
  }
  return sum > middle * count;
}

/**
 * A decoded picture in grey and in the size of the input, as `load_img(color_mode='grayscale', interpolation='bilinear')`
 * gives it: whole, a larger one averaged, so that fine lines do not vanish. `invert` exchanges light and dark; null: where
 * it is a drawing on paper.
 */
export function drawingOf(picture: Rows, { width, height }: Size, invert: boolean | null): Drawing {
  const grey = sized(picture, [picture.height, picture.width, 1], 'nearest');
  const whole = { width: picture.width, height: picture.height, channels: 1, values: grey };
  // Pillow rounds between its two ways, across first; only where a half lies between two numbers it may round otherwise.
  const narrow = fitted(whole, [picture.height, width, 1]).map(Math.round);
  const values = fitted({ ...whole, width, values: narrow }, [height, width, 1]).map(Math.round);
  const inverted = invert ?? onPaper(values, { width, height });
  return { width, height, channels: 1, values: inverted ? values.map((value) => 255 - value) : values, inverted };
}

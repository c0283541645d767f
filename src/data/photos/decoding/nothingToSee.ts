import type { Rows } from '../resize';
import { nearlyUniform } from './nearlyUniform';

/**
 * Why there is hardly anything to see in a picture as a model gets it: it is nearly one colour everywhere (`uniform`), or
 * what is drawn is only in its transparency (`transparent`), which `load_img` leaves out.
 */
export type NothingToSee = 'uniform' | 'transparent';

/** Looks at a picture that a model takes in so many channels; null where there is something to see. Of four, alpha is one. */
export function nothingToSee(picture: Rows, channels: number): NothingToSee | null {
  if (!nearlyUniform(picture)) return null;
  const { width, height } = picture;
  const alone = { width, height, row: (y: number) => alphaAsGrey(picture.row(y), width) };
  if (nearlyUniform(alone)) return 'uniform';
  return channels === 4 ? null : 'transparent';
}

function alphaAsGrey(pixels: ArrayLike<number>, width: number): Uint8Array {
  const grey = new Uint8Array(width * 4);
  for (let at = 0; at < width * 4; at++) grey[at] = pixels[at - (at % 4) + 3]!;
  return grey;
}

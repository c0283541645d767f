import { type Tensor, tensor } from '@tensorflow/tfjs-core';

export type Interpolation = 'bilinear' | 'nearest';

/** Row `i` says how much of each of `from` cells goes into cell `i` of `to`; cells have their number at half their width. */
function shares(from: number, to: number, interpolation: Interpolation): Tensor {
  const weights = new Float32Array(to * from);
  for (let cell = 0; cell < to; cell++) {
    if (interpolation === 'nearest') {
      weights[cell * from + Math.min(Math.floor(Math.fround(((cell + 0.5) * from) / to)), from - 1)] = 1;
      continue;
    }
    const centre = ((cell + 0.5) * from) / to - 0.5;
    const low = Math.floor(centre);
    weights[cell * from + Math.max(low, 0)]! += 1 - (centre - low);
    weights[cell * from + Math.min(low + 1, from - 1)]! += centre - low;
  }
  return tensor(weights, [1, to, from]);
}

/**
 * Pictures `[batch, height, width, channels]` in another size, as Keras's `ops.image.resize` without antialiasing. Two
 * matrix products: they have a gradient on every backend.
 */
export function resized(x: Tensor, height: number, width: number, interpolation: Interpolation): Tensor {
  const [batch, oldHeight, oldWidth, channels] = x.shape as [number, number, number, number];
  const rows = shares(oldHeight, height, interpolation).matMul(x.reshape([batch, oldHeight, oldWidth * channels]));
  const columns = shares(oldWidth, width, interpolation).matMul(rows.reshape([batch * height, oldWidth, channels]));
  return columns.reshape([batch, height, width, channels]);
}

/** The largest part in the middle that has the ratio of the new size (Keras's `crop_to_aspect_ratio`). */
export function croppedToRatio(x: Tensor, height: number, width: number): Tensor {
  const [batch, oldHeight, oldWidth, channels] = x.shape as [number, number, number, number];
  const inside = (old: number, wanted: number) => Math.max(Math.min(old, Math.trunc(wanted)), 1);
  const newHeight = inside(oldHeight, (oldWidth * height) / width);
  const newWidth = inside(oldWidth, (oldHeight * width) / height);
  const [top, left] = [Math.trunc((oldHeight - newHeight) / 2), Math.trunc((oldWidth - newWidth) / 2)];
  return x.slice([0, top, left, 0], [batch, newHeight, newWidth, channels]);
}

import type { Picture } from '../../../engine/protocol/samples';
import type { Heat } from '../../../engine/protocol/prediction';
import { heatAlpha, heatColour } from './heatColours';

/** Draws a picture of 1 or 3 channels, one value 0 … 255 per pixel and channel. */
export function drawPicture(canvas: HTMLCanvasElement, { width, height, channels, values }: Picture): void {
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return;
  const pixels = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      pixels.data[pixel * 4 + channel] = values[pixel * channels + (channels === 1 ? 0 : channel)]!;
    }
    pixels.data[pixel * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
}

/**
 * Draws a heat map in its own size; whoever shows it larger lets the browser smooth it. `strength` as for `heatAlpha`.
 */
export function drawHeat(canvas: HTMLCanvasElement, { width, height, values }: Heat, strength: number): void {
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return;
  const pixels = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const value = values[pixel]!;
    pixels.data.set([...heatColour(value), Math.round(255 * heatAlpha(value, strength))], pixel * 4);
  }
  context.putImageData(pixels, 0, 0);
}

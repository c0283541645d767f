/**
 * Draws `width × height` values as greys, from `low` (black) to `high` (white), one value per pixel.
 * `start` and `step` pick one channel out of interleaved ones.
 */
export function drawValues(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  width: number,
  height: number,
  [low, high]: readonly [number, number],
  start = 0,
  step = 1,
): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const picture = context.createImageData(width, height);
  const scale = high > low ? 255 / (high - low) : 0;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = ((values[start + pixel * step] ?? 0) - low) * scale;
    picture.data.fill(grey, pixel * 4, pixel * 4 + 3);
    picture.data[pixel * 4 + 3] = 255;
  }
  context.putImageData(picture, 0, 0);
}

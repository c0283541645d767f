/** Draws `[height, width, channels]` values 0 … 255: grey, or red, green, blue. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const picture = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels;
    const colour = channels >= 3 ? [0, 1, 2] : [0, 0, 0];
    colour.forEach((part, at) => (picture.data[pixel * 4 + at] = values[from + part] ?? 0));
    picture.data[pixel * 4 + 3] = 255;
  }
  context.putImageData(picture, 0, 0);
}

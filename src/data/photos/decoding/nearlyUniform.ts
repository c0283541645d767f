import type { Rows } from '../resize';

/** Values of a channel that differ by no more than this look alike. */
const leastRange = 8;
const samples = 64;

/** Is a picture nearly one colour everywhere, so that there is nothing to learn from it? A net of 64 × 64 pixels is looked at. */
export function nearlyUniform({ width, height, row }: Rows): boolean {
  const [least, most] = [
    [255, 255, 255],
    [0, 0, 0],
  ];
  const [across, down] = [Math.min(width, samples), Math.min(height, samples)];
  for (let place = 0; place < down; place++) {
    const pixels = row(Math.floor(((place + 0.5) * height) / down));
    for (let column = 0; column < across; column++) {
      const at = Math.floor(((column + 0.5) * width) / across) * 4;
      for (let channel = 0; channel < 3; channel++) {
        // A grey of 16 bits is white from 255 on.
        const value = Math.min(255, pixels[at + channel]!);
        least![channel] = Math.min(least![channel]!, value);
        most![channel] = Math.max(most![channel]!, value);
      }
    }
  }
  return most!.every((value, channel) => value - least![channel]! <= leastRange);
}

import { type Pixels, fitted } from '../picture';

const box = 20;
const side = 28;
/** Fainter than this is paper. */
const faint = 8;

/**
 * A drawn digit as MNIST's makers prepared theirs: cut to its ink, scaled with its proportions into 20×20, and put into
 * 28×28 so that its centre of mass lies in the middle. Ink is bright on black; a drawing without ink stays black.
 */
export function centredDigit(drawing: Pixels): Pixels & { readonly values: Float32Array<ArrayBuffer> } {
  const grey = fitted(drawing, [drawing.height, drawing.width, 1]);
  const values = new Float32Array(side * side);
  const ink = inkOf(grey, drawing.width);
  if (ink !== null) {
    const scale = box / Math.max(ink.width, ink.height);
    const height = Math.max(1, Math.round(ink.height * scale));
    const width = Math.max(1, Math.round(ink.width * scale));
    const small = fitted(cut(grey, drawing.width, ink), [height, width, 1]);
    const [top, left] = middle(small, width);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const [y, x] = [row + top, column + left];
        if (y >= 0 && y < side && x >= 0 && x < side) values[y * side + x] = small[row * width + column]!;
      }
    }
  }
  return { width: side, height: side, channels: 1, values };
}

interface Ink {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

function inkOf(grey: Float32Array, width: number): Ink | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  grey.forEach((value, index) => {
    if (value < faint) return;
    const [row, column] = [Math.floor(index / width), index % width];
    [top, left] = [Math.min(top, row), Math.min(left, column)];
    [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  });
  return bottom < 0 ? null : { top, left, width: right - left + 1, height: bottom - top + 1 };
}

function cut(grey: Float32Array, across: number, { top, left, width, height }: Ink): Pixels {
  const values = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * across + left;
    values.set(grey.subarray(start, start + width), row * width);
  }
  return { width, height, channels: 1, values };
}

/** Row and column for the upper left corner that bring the centre of mass to the middle of the square. */
function middle(grey: Float32Array, width: number): readonly [number, number] {
  let [mass, down, across] = [0, 0, 0];
  grey.forEach((value, index) => {
    mass += value;
    down += value * (Math.floor(index / width) + 0.5);
    across += value * ((index % width) + 0.5);
  });
  return [Math.round(side / 2 - down / mass), Math.round(side / 2 - across / mass)];
}

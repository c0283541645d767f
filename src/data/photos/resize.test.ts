import { describe, expect, test } from 'vitest';
import type { Interpolation } from './photos';
import { type Rows, resizeInto } from './resize';

/** Red is x · 10 + y, green 255 − red, blue 7. */
function picture(width: number, height: number, red = (x: number, y: number) => x * 10 + y): Rows {
  const row = (y: number) =>
    Uint8Array.from({ length: width * 4 }, (_, at) => {
      const value = red(Math.floor(at / 4), y);
      return [value, 255 - value, 7, 0][at % 4]!;
    });
  return { width, height, row };
}

function resized(source: Rows, size: readonly [number, number, number], interpolation: Interpolation): number[] {
  const into = new Uint8Array(size[0] * size[1] * size[2]);
  resizeInto(into, source, size, interpolation);
  return [...into];
}

const reds = (values: readonly number[], channels = 3) => values.filter((_, at) => at % channels === 0);

describe('nearest, as load_img', () => {
  test('takes the pixel under the centre of each place', () => {
    // PIL: Image.resize((3, 2), Image.NEAREST) of 7 × 5 takes columns 1, 3, 5 and rows 1, 3.
    expect(reds(resized(picture(7, 5), [2, 3, 3], 'nearest'))).toEqual([11, 31, 51, 13, 33, 53]);
  });

  test('repeats pixels when it enlarges', () => {
    expect(reds(resized(picture(2, 1), [1, 5, 3], 'nearest'))).toEqual([0, 0, 10, 10, 10]);
  });

  test('falls between two pixels as Pillow 13.0 does', () => {
    // Pillow's answers for a row 0, 1, 2 … ; ⌊(4 + ½) · 12 / 9⌋ would be 6.
    expect(
      reds(
        resized(
          picture(12, 1, (x) => x),
          [1, 9, 3],
          'nearest',
        ),
      ),
    ).toEqual([0, 2, 3, 4, 5, 7, 8, 10, 11]);
    expect(
      reds(
        resized(
          picture(10, 1, (x) => x),
          [1, 5, 3],
          'nearest',
        ),
      ),
    ).toEqual([1, 3, 5, 7, 9]);
  });
});

describe('bilinear, as tf.image.resize', () => {
  test('half-pixel centres, edges repeated, no antialias', () => {
    // tf.image.resize([[0, 10, 20, 30]], (1, 2)) = [5, 25]; (1, 8) = [0, 2.5, 7.5, 12.5, 17.5, 22.5, 27.5, 30].
    expect(reds(resized(picture(4, 1), [1, 2, 3], 'bilinear'))).toEqual([5, 25]);
    expect(reds(resized(picture(4, 1), [1, 8, 3], 'bilinear'))).toEqual([0, 3, 8, 13, 18, 23, 28, 30]);
    // Ten cells to two: centres 2 and 7 exactly, whatever lies around them.
    expect(reds(resized(picture(10, 1), [1, 2, 3], 'bilinear'))).toEqual([20, 70]);
  });

  test('is the formula, written out, in both directions', () => {
    const source = picture(9, 7, (x, y) => (x * 31 + y * 57 + x * y * 13) % 256);
    const red = (x: number, y: number) => (x * 31 + y * 57 + x * y * 13) % 256;
    const expected: number[] = [];
    for (let y = 0; y < 4; y++) {
      for (let x = 0; x < 13; x++) {
        const [down, across] = [(y + 0.5) * (7 / 4) - 0.5, (x + 0.5) * (9 / 13) - 0.5];
        const at = (dx: number, dy: number) =>
          red(Math.min(8, Math.max(0, Math.floor(across) + dx)), Math.min(6, Math.max(0, Math.floor(down) + dy)));
        const [wide, tall] = [across - Math.floor(across), down - Math.floor(down)];
        const top = at(0, 0) * (1 - wide) + at(1, 0) * wide;
        const bottom = at(0, 1) * (1 - wide) + at(1, 1) * wide;
        expected.push(top * (1 - tall) + bottom * tall);
      }
    }
    reds(resized(source, [4, 13, 3], 'bilinear')).forEach((value, at) =>
      expect(Math.abs(value - expected[at]!)).toBeLessThanOrEqual(0.501),
    );
  });

  test('the same size changes nothing', () => {
    for (const interpolation of ['nearest', 'bilinear'] as const) {
      expect(reds(resized(picture(3, 2), [2, 3, 3], interpolation))).toEqual([0, 10, 20, 1, 11, 21]);
    }
  });
});

test('channels: grey by brightness, colour as it is, alpha only with four', () => {
  const source = picture(1, 1, () => 100);
  expect(resized(source, [1, 1, 3], 'nearest')).toEqual([100, 155, 7]);
  // 0.299 · 100 + 0.587 · 155 + 0.114 · 7 = 121.7
  expect(resized(source, [1, 1, 1], 'nearest')).toEqual([122]);
  expect(resized(source, [1, 1, 4], 'nearest')).toEqual([100, 155, 7, 0]);
});

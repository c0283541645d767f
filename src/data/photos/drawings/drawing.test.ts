import { describe, expect, test } from 'vitest';
import { drawingOf, onPaper } from './drawing';
import { takesDrawings } from './takesDrawings';

const rowsOf = (width: number, height: number, tone: (x: number, y: number) => number, sixteenBits = false) => ({
  width,
  height,
  sixteenBits,
  row: (y: number) => Array.from({ length: width * 4 }, (_, at) => (at % 4 === 3 ? 255 : tone(Math.floor(at / 4), y))),
});
const inside = (x: number, y: number) => x > 3 && x < 16 && y > 3 && y < 16;
const size = { width: 10, height: 10, channels: 1 };

describe('light and dark are exchanged where the border is light', () => {
  test.each([
    ['ink on paper', (x: number, y: number) => (inside(x, y) ? 0 : 255), true],
    ['ink on grey paper', (x: number, y: number) => (inside(x, y) ? 20 : 140), true],
    ['chalk on a board', (x: number, y: number) => (inside(x, y) ? 255 : 0), false],
    ['chalk on a grey board', (x: number, y: number) => (inside(x, y) ? 250 : 110), false],
    ['much ink that leaves the border', (x: number, y: number) => (inside(x, y) || x === 8 ? 0 : 255), true],
    ['paper alone', () => 255, true],
    ['a board alone', () => 0, false],
    ['the middle of both', () => 127, false],
  ] as const)('%s', (_, tone, turned) => {
    const picture = rowsOf(20, 20, tone);
    const asIs = drawingOf(picture, size, false).values;
    const other = asIs.map((value) => 255 - value);
    expect(drawingOf(picture, size, null)).toEqual({ ...size, values: turned ? other : asIs, inverted: turned });
    expect(drawingOf(picture, size, true)).toEqual({ ...size, values: other, inverted: true });
  });

  test('a grey of 16 bits is left as it is', () => {
    const { values, inverted } = drawingOf(
      rowsOf(20, 20, () => 60_000, true),
      size,
      null,
    );
    expect([inverted, values[0]]).toEqual([false, 60_000]);
  });

  test.each([
    [1, 1],
    [1, 7],
    [2, 2],
    [9, 1],
  ])('%d×%d is all border', (width, height) => {
    const count = width * height;
    expect(onPaper(Array(count).fill(200), { width, height })).toBe(true);
    expect(onPaper(Array(count).fill(50), { width, height })).toBe(false);
  });
});

test('a larger picture keeps its fine lines', () => {
  const { values } = drawingOf(
    rowsOf(200, 200, (x) => (x % 40 === 20 ? 255 : 0)),
    size,
    null,
  );
  expect(Math.max(...values)).toBeGreaterThan(5);
});

/** `Image.fromarray((numpy.arange(63).reshape(7, 9) * 53 % 256).astype('uint8'), 'L').resize((w, h), Image.BILINEAR)` */
test.each([
  [3, 2, [113, 132, 110, 137, 108, 150]],
  [4, 3, [99, 123, 132, 105, 153, 90, 151, 105, 120, 142, 98, 180]],
  [
    12,
    5,
    [74, 53, 61, 101, 140, 180, 156, 79, 54, 83, 123, 156, 202, 164, 108, 59, 98, 138, 178, 203, 158, 94, 81, 114],
  ],
])('%d×%d pixels are those of Pillow, which may round a half otherwise', (width, height, expected) => {
  const picture = rowsOf(9, 7, (x, y) => ((y * 9 + x) * 53) % 256);
  const { values } = drawingOf(picture, { width, height }, false);
  const gaps = expected.map((value, at) => Math.abs(value - values[at]!));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(1);
  expect(gaps.filter((gap) => gap > 0).length).toBeLessThanOrEqual(expected.length / 8);
});

test.each([
  [1, 'digits', true],
  [1, 'own:letters.csv', true],
  [1, 'photos:faces', false],
  [3, 'digits', false],
  [null, 'digits', false],
] as const)('channels %s, data %s: drawings %s', (channels, dataset, drawings) =>
  expect(takesDrawings(channels, dataset)).toBe(drawings),
);

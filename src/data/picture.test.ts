import { describe, expect, it } from 'vitest';
import { centredDigit } from './digits/drawnDigit';
import { fitted } from './picture';

const grey = (width: number, height: number, light: (x: number, y: number) => number) => ({
  width,
  height,
  channels: 1,
  values: Float32Array.from({ length: width * height }, (_, cell) => light(cell % width, Math.floor(cell / width))),
});

describe('pictures fitted to a model', () => {
  it('stay as they are in their own size', () => {
    const picture = grey(3, 2, (x, y) => x * 10 + y);
    expect([...fitted(picture, [2, 3, 1])]).toEqual([...picture.values]);
  });

  it.each([
    ['alpha is left out', 4, [10, 20, 30, 128], 3, [10, 20, 30]],
    ['colour becomes brightness', 4, [255, 255, 255, 0], 1, [254.97]],
    ['red is darker than green', 3, [100, 0, 0], 1, [29.89]],
    ['grey is repeated', 1, [77], 3, [77, 77, 77]],
    ['grey with alpha', 2, [50, 128], 1, [50]],
  ] as const)('%s', (_, channels, values, wanted, expected) => {
    const picture = { width: 1, height: 1, channels, values };
    fitted(picture, [1, 1, wanted]).forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 1));
  });

  it('are interpolated when they grow and averaged when they shrink', () => {
    expect([
      ...fitted(
        grey(2, 1, (x) => x * 100),
        [1, 4, 1],
      ),
    ]).toEqual([0, 25, 75, 100]);
    const stripes = fitted(
      grey(64, 64, (x) => (x % 2) * 200),
      [8, 8, 1],
    );
    for (const value of stripes) expect(Math.abs(value - 100)).toBeLessThan(5);
  });
});

describe('a drawn digit', () => {
  const centre = (values: Float32Array) => {
    let [mass, x, y] = [0, 0, 0];
    values.forEach((value, cell) => {
      mass += value;
      x += value * ((cell % 28) + 0.5);
      y += value * (Math.floor(cell / 28) + 0.5);
    });
    return [x / mass, y / mass] as const;
  };

  it.each([
    ['a small bar in a corner', grey(280, 280, (x, y) => (x < 20 && y < 90 ? 255 : 0))],
    ['a wide bar', grey(200, 100, (x, y) => (x > 20 && x < 180 && y > 60 && y < 90 ? 255 : 0))],
    ['a lopsided shape', grey(100, 100, (x, y) => (x + y < 90 ? 255 : 0))],
  ])('%s fills 20×20 around its centre of mass', (_, drawing) => {
    const { values, width, height } = centredDigit(drawing);
    expect([width, height]).toEqual([28, 28]);
    for (const at of centre(values)) expect(Math.abs(at - 14)).toBeLessThan(0.6);
    const used = (along: (cell: number) => number) =>
      new Set([...values].flatMap((value, cell) => (value > 8 ? [along(cell)] : []))).size;
    expect(
      Math.max(
        used((cell) => cell % 28),
        used((cell) => Math.floor(cell / 28)),
      ),
    ).toBe(20);
  });

  it('without ink stays black', () => {
    expect(Math.max(...centredDigit(grey(50, 50, () => 3)).values)).toBe(0);
  });
});

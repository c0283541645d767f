import { expect, test } from 'vitest';
import { activationTiles } from './activationTiles';

test('feature maps are taken out of the interleaved values and scaled each', () => {
  const values = Float32Array.from([0, 10, 1, 20, 2, 30, 4, 50]);
  const tiles = activationTiles({ layer: 'conv', shape: [2, 2, 2], values });
  expect(tiles).toHaveLength(2);
  expect([...tiles[0]!.values]).toEqual([0, 0.25, 0.5, 1]);
  expect([...tiles[1]!.values]).toEqual([0, 0.25, 0.5, 1]);
});

test.each([
  ['at most four maps', [3, 3, 9], 81, 4, 3, 3],
  ['a vector folds into rows', [40], 40, 1, 16, 3],
  ['a short vector is one row', [10], 10, 1, 10, 1],
  ['a single value', [1], 1, 1, 1, 1],
] as const)('%s', (_, shape, count, tiles, width, height) => {
  const made = activationTiles({ layer: 'x', shape, values: new Float32Array(count) });
  expect(made).toHaveLength(tiles);
  expect(made[0]).toMatchObject({ width, height });
});

test('equal and broken values stay drawable', () => {
  for (const value of [7, Number.NaN, Infinity]) {
    const [tile] = activationTiles({ layer: 'x', shape: [4], values: new Float32Array(4).fill(value) });
    expect([...tile!.values]).toEqual([0, 0, 0, 0]);
  }
});

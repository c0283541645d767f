import { expect, test } from 'vitest';
import { mapsOf } from './mapsOf';

test.each([
  [[13, 13, 32], { width: 13, height: 13, maps: 32, all: 32 }],
  [[7, 9, 512], { width: 9, height: 7, maps: 128, all: 512 }],
  [[10], { width: 10, height: 1, maps: 1, all: 10 }],
  [[128], { width: 16, height: 8, maps: 1, all: 128 }],
  [[4, 6], { width: 6, height: 4, maps: 1, all: 24 }],
  [[], { width: 1, height: 1, maps: 1, all: 1 }],
])('an activation %j is drawn as %j', (shape, expected) => {
  const { maps, ...rest } = mapsOf(shape);
  expect({ ...rest, maps: maps.length }).toEqual(expected);
});

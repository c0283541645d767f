import { expect, test } from 'vitest';
import { nothingToSee } from './nothingToSee';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const cross = (x: number, y: number) => Math.abs(x - 40) < 4 || Math.abs(y - 40) < 4;
const picture = (pixel: (x: number, y: number) => Pixel) => ({
  width: 80,
  height: 80,
  row: (y: number) => Array.from({ length: 80 }, (_, x) => pixel(x, y)).flat(),
});

test.each([
  ['ink on nothing', (x, y) => [0, 0, 0, cross(x, y) ? 255 : 0], 1, 'transparent'],
  ['ink on nothing, for a model with alpha', (x, y) => [0, 0, 0, cross(x, y) ? 255 : 0], 4, null],
  ['white cut out of white', (x, y) => [255, 255, 255, cross(x, y) ? 0 : 255], 3, 'transparent'],
  ['chalk on nothing', (x, y) => (cross(x, y) ? [255, 255, 255, 255] : [0, 0, 0, 0]), 1, null],
  ['ink on paper', (x, y) => (cross(x, y) ? [0, 0, 0, 255] : [255, 255, 255, 255]), 1, null],
  ['nothing at all', () => [0, 0, 0, 0], 1, 'uniform'],
  ['grey paper', () => [128, 128, 128, 255], 3, 'uniform'],
  ['grey paper, for a model with alpha', () => [128, 128, 128, 255], 4, 'uniform'],
] as const satisfies readonly (readonly [string, (x: number, y: number) => Pixel, number, unknown])[])(
  '%s',
  (_, pixel, channels, wanted) => expect(nothingToSee(picture(pixel), channels)).toBe(wanted),
);

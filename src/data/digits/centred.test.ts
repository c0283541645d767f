import { expect, test } from 'vitest';
import { centred } from './centred';
import { pictureFrom } from '../photos/picture';
import { pictureSize } from '../photos/pictureSize';

const canvas = (side: number, ink: (x: number, y: number) => boolean) =>
  Array.from({ length: side * side }, (_, pixel) => (ink(pixel % side, Math.floor(pixel / side)) ? 255 : 0));

test('an empty drawing has no placement', () => {
  expect(
    centred(
      canvas(56, () => false),
      56,
      56,
      28,
    ),
  ).toBeNull();
});

test('ink in a corner is scaled to 20 of 28 pixels and put in the middle', () => {
  const placement = centred(
    canvas(280, (x, y) => x < 40 && y < 80),
    280,
    280,
    28,
  );
  expect(placement?.from).toEqual({ left: 0, top: 0, width: 40, height: 80 });
  expect(placement?.to).toEqual({ left: 9, top: 4, width: 10, height: 20 });
});

test('an uneven stroke is centred by its mass', () => {
  const placement = centred(
    canvas(100, (x, y) => (y < 10 && x < 100) || (x < 10 && y < 100)),
    100,
    100,
    28,
  );
  expect(placement!.to.left).toBeGreaterThan(4);
  expect(placement!.to.width).toBeCloseTo(20);
});

test('colours become greys', () => {
  const rgba = new Uint8ClampedArray([255, 255, 255, 255, 255, 0, 0, 255]);
  const size = { width: 2, height: 1, channels: 1 };
  expect([...pictureFrom(rgba, size).values]).toEqual([expect.closeTo(255, 3), expect.closeTo(76.245, 3)]);
  expect([...pictureFrom(rgba, { ...size, channels: 3 }).values]).toEqual([255, 255, 255, 255, 0, 0]);
});

test.each([
  [[28, 28, 1], { height: 28, width: 28, channels: 1 }],
  [[null, null, 3], { height: 224, width: 224, channels: 3 }],
  [[784], null],
  [[8, 8, 2], null],
  [undefined, null],
])('an input %j takes pictures %j', (shape, size) => expect(pictureSize(shape)).toEqual(size));

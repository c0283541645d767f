import { expect, test } from 'vitest';
import { pictureSize } from './pictureSize';

test.each([
  [[96, 80, 3], { height: 96, width: 80, channels: 3 }],
  [[null, null, 3], { height: 224, width: 224, channels: 3 }],
  [[null, 5, 1], { height: 28, width: 5, channels: 1 }],
  [[28, 28, 2], null],
  [[28, 28], null],
  [undefined, null],
])('an input of %j takes pictures of %j', (shape, size) => {
  expect(pictureSize(shape)).toEqual(size);
});

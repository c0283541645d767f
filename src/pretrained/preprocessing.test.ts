import { describe, expect, test } from 'vitest';
import { type Preprocessing, preprocessed } from './preprocessing';

/** `keras.applications.imagenet_utils.preprocess_input` on two pixels, computed by its formula in float64. */
const pixels = [255, 128, 0, 12, 34, 56];
const expected: readonly (readonly [Preprocessing, readonly number[]])[] = [
  ['caffe', [0 - 103.939, 128 - 116.779, 255 - 123.68, 56 - 103.939, 34 - 116.779, 12 - 123.68]],
  ['tf', [1, 128 / 127.5 - 1, -1, 12 / 127.5 - 1, 34 / 127.5 - 1, 56 / 127.5 - 1]],
  [
    'torch',
    [
      (1 - 0.485) / 0.229,
      (128 / 255 - 0.456) / 0.224,
      (0 - 0.406) / 0.225,
      (12 / 255 - 0.485) / 0.229,
      (34 / 255 - 0.456) / 0.224,
      (56 / 255 - 0.406) / 0.225,
    ],
  ],
  ['scale', [1, 128 / 255, 0, 12 / 255, 34 / 255, 56 / 255]],
  ['none', pixels],
];

describe('preprocessing', () => {
  test.each(expected)('%s is as in Keras', (mode, values) => {
    const prepared = preprocessed(pixels, mode);
    values.forEach((value, at) => expect(prepared[at]).toBeCloseTo(value, 4));
  });

  test('every value of tf comes out in the bits of float32 arithmetic', () => {
    const all = Array.from({ length: 255 }, (_, value) => value);
    const prepared = preprocessed(all, 'tf');
    all.forEach((value, at) => expect(prepared[at]).toBe(Math.fround(Math.fround(value / 127.5) - 1)));
  });

  test('values that are no pixels are refused, and what came stays', () => {
    expect(() => preprocessed([1, 2], 'tf')).toThrow(RangeError);
    const source = Float32Array.from(pixels);
    preprocessed(source, 'caffe');
    expect([...source]).toEqual(pixels);
  });
});

import { expect, test } from 'vitest';
import { freeName } from './structure/freeName';
import { layerName } from './template';

/** Names that a fresh Keras 3 session gives to layers of these classes. */
test.each([
  ['conv2dTranspose', 'conv2d_transpose'],
  ['maxPooling2d', 'max_pooling2d'],
  ['globalAveragePooling1d', 'global_average_pooling1d'],
  ['leakyReLU', 'leaky_re_lu'],
  ['lstm', 'lstm'],
  ['simpleRnn', 'simple_rnn'],
  ['zeroPadding2d', 'zero_padding2d'],
])('%s becomes %s', (type, name) => expect(layerName(type)).toBe(name));

test('names are numbered as Keras does', () => {
  expect(freeName('conv2d', {})).toBe('conv2d');
  expect(freeName('conv2d', { conv2d: 1, conv2d_1: 1 })).toBe('conv2d_2');
});

import { expect, test } from 'vitest';
import { kerasSnakeCase } from './kerasVariables';

/** As `keras.src.utils.naming.to_snake_case` answers. */
test.each([
  ['BatchNormalization', 'batch_normalization'],
  ['Conv2D', 'conv2d'],
  ['LSTM', 'lstm'],
  ['GlobalAveragePooling2D', 'global_average_pooling2d'],
  ['my layers>Dense', 'mylayers_dense'],
  ['A--B', 'ab'],
])('%s is counted as %s', (name, counted) => {
  expect(kerasSnakeCase(name)).toBe(counted);
});

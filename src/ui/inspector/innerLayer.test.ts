import { expect, test } from 'vitest';
import { bricks } from '../../../bricks/index';
import { innerLayer } from './innerLayer';

test('another inner brick takes over what both have, and only values that it takes', () => {
  const before = { type: 'dense', params: { units: 7, activation: 'tanh', useBias: 'perhaps', filters: 3 } };
  const after = innerLayer(bricks['conv2d']!, before);
  expect(after.type).toBe('conv2d');
  expect(after.params).toMatchObject({ filters: 3, activation: 'tanh', useBias: true, kernelSize: [3, 3] });
  expect(after.params).not.toHaveProperty('units');
});

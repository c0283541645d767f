import { expect, test } from 'vitest';
import { library } from '../../../../templates/index';
import type { Shape } from '../../../brick/shape';
import { bricksThatTake } from './fitting';

const types = (shape: Shape | undefined) => bricksThatTake(library, shape).map(({ type }) => type);

test.each([
  [
    [28, 28, 1],
    ['conv2d', 'flatten', 'maxPooling2d', 'add', 'concatenate', 'dropout'],
    ['inputImage', 'inputVector'],
  ],
  [[128], ['dense', 'dropout', 'activation', 'add'], ['conv2d', 'maxPooling2d', 'inputVector']],
  [
    [1, 1, 8],
    ['globalAveragePooling2d', 'flatten'],
    ['conv2d', 'maxPooling2d'],
  ],
] as const)('%j takes and refuses', (shape, fits, not) => {
  const found = types(shape);
  for (const type of fits) expect(found).toContain(type);
  for (const type of not) expect(found).not.toContain(type);
});

test('an unknown shape leaves everything that takes an input', () => {
  expect(types(undefined)).toHaveLength(Object.values(library.bricks).filter(({ inputs }) => inputs !== 0).length);
});

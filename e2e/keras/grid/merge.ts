import type { Shape } from '../../../src/brick/shape';
import { type Setting, axes, on } from './combinations';

/** Shapes that Keras's merging layers broadcast against each other. */
export const broadcast: readonly (readonly Shape[])[] = [
  [[5], [5], [5], [5]],
  [
    [4, 3, 2],
    [4, 3, 1],
  ],
  [
    [4, 3, 2],
    [1, 3, 2],
  ],
  [[4, 3, 2], [2]],
  [
    [4, 3, 2],
    [3, 2],
  ],
  [
    [3, 1],
    [1, 4],
  ],
];

export const settings: readonly Setting[] = [
  ...broadcast.flatMap((shapes) => on('add', shapes, [{}])),
  ...on(
    'concatenate',
    [
      [2, 3, 4],
      [2, 3, 5],
    ],
    axes(-1, 3),
  ),
  ...on(
    'concatenate',
    [
      [2, 3, 4],
      [6, 3, 4],
    ],
    axes(1, -3),
  ),
  ...on('concatenate', [[2], [3], [4]], axes(1, -1)),
];

import type { Shape } from '../../../src/brick/shape';
import { type Setting, axes, combinations, on } from './combinations';

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

const elementwise = ['add', 'multiply', 'average', 'maximum', 'minimum'];

/** Shapes that Dot takes, and the axes that agree. */
const dots: readonly { readonly shapes: readonly Shape[]; readonly axes: readonly (readonly [number, number])[] }[] = [
  {
    shapes: [[6], [6]],
    axes: [
      [1, 1],
      [-1, -1],
    ],
  },
  {
    shapes: [[4, 6], [6]],
    axes: [
      [2, 1],
      [-1, -1],
    ],
  },
  {
    shapes: [[4], [4, 3]],
    axes: [
      [1, 1],
      [-1, -2],
    ],
  },
  { shapes: [[3], [5, 3]], axes: [[1, 2]] },
  {
    shapes: [
      [3, 4],
      [4, 3],
    ],
    axes: [
      [1, 2],
      [2, 1],
      [-1, -2],
    ],
  },
  {
    shapes: [
      [5, 5],
      [5, 5],
    ],
    axes: [
      [1, 1],
      [2, 2],
      [1, 2],
    ],
  },
  {
    shapes: [
      [4, 3, 5],
      [3, 2],
    ],
    axes: [[2, 1]],
  },
  {
    shapes: [
      [4, 2],
      [3, 2, 5],
    ],
    axes: [[-1, -2]],
  },
  {
    shapes: [
      [2, 3, 4],
      [4, 2, 3],
    ],
    axes: [
      [3, 1],
      [1, 2],
    ],
  },
];

export const settings: readonly Setting[] = [
  ...broadcast.flatMap((shapes) => elementwise.flatMap((type) => on(type, shapes, [{}]))),
  ...broadcast.filter(({ length }) => length === 2).flatMap((shapes) => on('subtract', shapes, [{}])),
  ...on('subtract', [[2], [4, 3, 2]], [{}]),
  ...dots.flatMap(({ shapes, axes: agreeing }) =>
    on('dot', shapes, combinations({ axes: agreeing, normalize: [false, true] })),
  ),
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
  // Unknown sizes: given six steps.
  ...on(
    'concatenate',
    [
      [null, 4],
      [6, 2],
    ],
    axes(-1),
  ),
  ...on(
    'concatenate',
    [
      [null, 3],
      [4, 3],
    ],
    axes(1),
  ),
];

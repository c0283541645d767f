import { activations } from '../../src/brick/fields';
import { constraints, initializers, regularizers } from '../../src/brick/named';
import type { Shape } from '../../src/brick/shape';

/** One setting of a brick: parameters over the initial ones, and the shapes that come in. */
export interface Setting {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly in: readonly Shape[];
}

const paddings = ['valid', 'same'] as const;
const pairs = (...sizes: (readonly [number, number])[]) => sizes;

/** All combinations of the values of each parameter. */
function combinations(values: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  return Object.entries(values).reduce<Record<string, unknown>[]>(
    (all, [name, choices]) => all.flatMap((params) => choices.map((value) => ({ ...params, [name]: value }))),
    [{}],
  );
}

const on = (type: string, shapes: readonly Shape[], settings: readonly Readonly<Record<string, unknown>>[]) =>
  settings.map((params): Setting => ({ type, params, in: shapes }));

const named = (names: object) => Object.entries(names).map(([name, settings]) => ({ name, ...(settings as object) }));

const poolings = combinations({
  poolSize: pairs([2, 2], [3, 2], [1, 4]),
  strides: pairs([1, 1], [2, 2], [2, 3]),
  padding: paddings,
});

const axes = (...values: number[]) => values.map((axis) => ({ axis }));

/** The grid that every brick is checked on, besides its own examples. */
export const grid: readonly Setting[] = [
  ...on(
    'conv2d',
    [[9, 7, 2]],
    combinations({
      filters: [3],
      kernelSize: pairs([1, 1], [3, 3], [5, 2], [4, 4]),
      strides: pairs([1, 1], [2, 2], [3, 2]),
      padding: paddings,
      useBias: [true, false],
    }),
  ),
  ...on('conv2d', [[6, 6, 1]], combinations({ filters: [2], activation: activations })),
  ...on('maxPooling2d', [[7, 8, 2]], poolings),
  ...on('averagePooling2d', [[7, 8, 2]], poolings),
  ...['globalAveragePooling2d', 'globalMaxPooling2d'].flatMap((type) => [
    ...on(type, [[5, 3, 4]], [{}]),
    ...on(type, [[1, 1, 6]], [{}]),
  ]),
  ...on('dense', [[7]], combinations({ units: [5], activation: activations, useBias: [true, false] })),
  ...on('dense', [[4, 7]], combinations({ units: [5], activation: activations })),
  ...on('dense', [[6]], combinations({ units: [4], kernelInitializer: named(initializers) })),
  ...on('dense', [[6]], combinations({ units: [4], kernelRegularizer: named(regularizers) })),
  ...on('dense', [[6]], combinations({ units: [4], kernelConstraint: named(constraints) })),
  ...[[9], [4, 5], [3, 4, 5]].flatMap((shape) => on('activation', [shape], combinations({ activation: activations }))),
  ...on('batchNormalization', [[6]], combinations({ center: [true, false], scale: [true, false] })),
  ...on('batchNormalization', [[5, 4]], [...axes(1, 2, -1, -2), { epsilon: 0.1 }]),
  ...on('batchNormalization', [[5, 4, 3]], [...axes(1, 2, 3, -1, -2), { scale: false }, { momentum: 0.5 }]),
  ...on('dropout', [[4, 4, 2]], combinations({ rate: [0, 0.25, 0.9] })),
  ...on('flatten', [[2, 3, 4]], [{}]),
  ...on('reshape', [[4, 6]], combinations({ targetShape: [[24], [2, 12], [null, 3], [2, 3, null], [1, null, 2, 2]] })),
  ...on(
    'zeroPadding2d',
    [[3, 4, 2]],
    [
      [0, 0, 0, 0],
      [1, 0, 2, 3],
      [0, 2, 0, 1],
    ].map(([top, bottom, left, right]) => ({
      padding: [
        [top, bottom],
        [left, right],
      ],
    })),
  ),
  ...(
    [
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
    ] as const
  ).flatMap((shapes) => on('add', shapes, [{}])),
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
  ...on('pretrainedBackbone', [[33, 64, 1]], combinations({ pooling: ['none', 'avg', 'max'] })),
];

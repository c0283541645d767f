/** Filters, height and width of the window, stride. Padding keeps the size unless the stride is 2. */
export type Conv = readonly [filters: number, tall: number, wide: number, stride?: 2];
/** One path through a module: convolutions on each other, a pooling, or at its end two convolutions side by side. */
export type Branch = readonly (Conv | 'mean' | 'maximum' | { readonly fork: readonly [Conv, Conv] })[];
export interface Module {
  /** Name of the Concatenate that ends it. */
  readonly name: string;
  readonly branches: readonly Branch[];
}

/** Figure 5 of the paper: 5×5 windows, and two 3×3 in their place. */
const wide = (name: string, pool: number): Module => ({
  name,
  branches: [
    [[64, 1, 1]],
    [
      [48, 1, 1],
      [64, 5, 5],
    ],
    [
      [64, 1, 1],
      [96, 3, 3],
      [96, 3, 3],
    ],
    ['mean', [pool, 1, 1]],
  ],
});

/** Figure 6: 7×7 windows as 1×7 and 7×1; `n` channels inside. */
const long = (name: string, n: number): Module => ({
  name,
  branches: [
    [[192, 1, 1]],
    [
      [n, 1, 1],
      [n, 1, 7],
      [192, 7, 1],
    ],
    [
      [n, 1, 1],
      [n, 7, 1],
      [n, 1, 7],
      [n, 7, 1],
      [192, 1, 7],
    ],
    ['mean', [192, 1, 1]],
  ],
});

const fork = {
  fork: [
    [384, 1, 3],
    [384, 3, 1],
  ],
} as const;

/** Figure 7: branches that fork, for the smallest maps. */
const forked = (name: string): Module => ({
  name,
  branches: [[[320, 1, 1]], [[384, 1, 1], fork], [[448, 1, 1], [384, 3, 3], fork], ['mean', [192, 1, 1]]],
});

/** The modules of InceptionV3 by size of their maps. */
export const stages: readonly { readonly name: string; readonly modules: readonly Module[] }[] = [
  { name: 'inception_a', modules: [wide('mixed0', 32), wide('mixed1', 64), wide('mixed2', 64)] },
  {
    name: 'reduction_a',
    modules: [
      {
        name: 'mixed3',
        branches: [
          [[384, 3, 3, 2]],
          [
            [64, 1, 1],
            [96, 3, 3],
            [96, 3, 3, 2],
          ],
          ['maximum'],
        ],
      },
    ],
  },
  {
    name: 'inception_b',
    modules: [long('mixed4', 128), long('mixed5', 160), long('mixed6', 160), long('mixed7', 192)],
  },
  {
    name: 'reduction_b',
    modules: [
      {
        name: 'mixed8',
        branches: [
          [
            [192, 1, 1],
            [320, 3, 3, 2],
          ],
          [
            [192, 1, 1],
            [192, 1, 7],
            [192, 7, 1],
            [192, 3, 3, 2],
          ],
          ['maximum'],
        ],
      },
    ],
  },
  { name: 'inception_c', modules: [forked('mixed9'), forked('mixed10')] },
];

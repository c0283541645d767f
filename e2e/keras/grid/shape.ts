import { type Setting, combinations, on } from './combinations';

export const settings: readonly Setting[] = [
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
];

import { type Setting, combinations, on, pairs } from './combinations';

const croppings = combinations({
  cropping: [
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1, 0],
      [2, 3],
    ],
    [
      [3, 2],
      [0, 0],
    ],
  ],
});

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
  ...on('zeroPadding2d', [[null, 4, 2]], [{}]),
  ...on('zeroPadding1d', [[4, 3]], combinations({ padding: pairs([0, 0], [1, 2], [0, 3]) })),
  ...on('cropping1d', [[7, 3]], combinations({ cropping: pairs([0, 0], [1, 2], [0, 3], [5, 1]) })),
  ...on('cropping1d', [[null, 3]], [{}]),
  ...on('cropping2d', [[7, 6, 2]], croppings),
  ...on('cropping2d', [[null, 6, 2]], croppings),
  ...on('upSampling1d', [[5, 2]], combinations({ size: [1, 2, 3] })),
  ...on('upSampling1d', [[null, 2]], [{}]),
  ...on(
    'upSampling2d',
    [[4, 3, 2]],
    combinations({ size: pairs([1, 1], [2, 2], [3, 1], [2, 4]), interpolation: ['nearest', 'bilinear'] }),
  ),
  ...on('upSampling2d', [[null, null, 2]], combinations({ interpolation: ['nearest', 'bilinear'] })),
];

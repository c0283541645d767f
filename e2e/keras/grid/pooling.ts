import { type Setting, combinations, on, paddings, pairs } from './combinations';

const poolings = combinations({
  poolSize: pairs([2, 2], [3, 2], [1, 4]),
  strides: pairs([1, 1], [2, 2], [2, 3]),
  padding: paddings,
});

export const settings: readonly Setting[] = [
  ...on('maxPooling2d', [[7, 8, 2]], poolings),
  ...on('averagePooling2d', [[7, 8, 2]], poolings),
  ...['globalAveragePooling2d', 'globalMaxPooling2d'].flatMap((type) => [
    ...on(type, [[5, 3, 4]], [{}]),
    ...on(type, [[1, 1, 6]], [{}]),
  ]),
];

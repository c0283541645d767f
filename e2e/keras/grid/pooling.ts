import { type Setting, combinations, on, paddings, pairs, triples } from './combinations';

const poolings = (poolSize: readonly unknown[], strides: readonly unknown[]) =>
  combinations({ poolSize, strides, padding: paddings });

const settingsOf: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  '1d': poolings([1, 2, 3, 5], [1, 2, 3]),
  '2d': poolings(pairs([2, 2], [3, 2], [1, 4]), pairs([1, 1], [2, 2], [2, 3])),
  '3d': poolings(triples([2, 2, 2], [3, 1, 2]), triples([1, 1, 1], [2, 2, 2], [1, 2, 3])),
};

const inputs = { '1d': [9, 3], '2d': [7, 8, 2], '3d': [5, 4, 6, 2] } as const;

const whole = combinations({ keepdims: [false, true] });

export const settings: readonly Setting[] = [
  ...Object.entries(inputs).flatMap(([rank, shape]) =>
    ['maxPooling', 'averagePooling'].flatMap((type) => on(type + rank, [shape], settingsOf[rank]!)),
  ),
  ...['globalAveragePooling', 'globalMaxPooling'].flatMap((type) => [
    ...on(`${type}1d`, [[5, 4]], whole),
    ...on(`${type}1d`, [[null, 3]], whole),
    ...on(`${type}2d`, [[5, 3, 4]], whole),
    ...on(`${type}2d`, [[1, 1, 6]], whole),
    ...on(`${type}2d`, [[null, null, 2]], whole),
  ]),
  ...['maxPooling1d', 'averagePooling1d'].flatMap((type) => on(type, [[null, 2]], [{}])),
  ...['maxPooling2d', 'averagePooling2d'].flatMap((type) => on(type, [[null, 5, 2]], [{}])),
  ...on('globalAveragePooling1d', [[6, 3]], whole, { below: [{ type: 'masking', params: {} }], zeroSteps: 2 }),
];

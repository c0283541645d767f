import { activations } from '../../../src/brick/fields';
import { type Setting, combinations, on, paddings, pairs, triples } from './combinations';

export const settings: readonly Setting[] = [
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
  ...on(
    'conv2d',
    [[9, 10, 2]],
    combinations({
      filters: [3],
      kernelSize: pairs([3, 3], [2, 1]),
      dilationRate: pairs([2, 2], [3, 1], [2, 4]),
      padding: paddings,
      activation: ['linear', 'relu'],
    }),
  ),
  ...on(
    'conv2d',
    [[6, 7, 4]],
    combinations({
      filters: [4],
      groups: [2, 4],
      kernelSize: pairs([3, 2]),
      strides: pairs([1, 1], [2, 2]),
      padding: paddings,
    }),
  ),
  ...on(
    'conv2d',
    [[7, 7, 4]],
    combinations({ filters: [6], groups: [2], dilationRate: pairs([2, 2]), padding: paddings }),
  ),
  ...on(
    'conv2d',
    [[null, null, 2]],
    combinations({ filters: [2], dilationRate: pairs([1, 1], [2, 2]), padding: paddings }),
  ),
  ...on(
    'conv2d',
    [[12, 8, 2]],
    combinations({
      filters: [3],
      kernelSize: pairs([1, 1], [2, 2]),
      strides: pairs([2, 2], [3, 3]),
      padding: paddings,
    }),
  ),
  ...on(
    'conv1d',
    [[11, 3]],
    combinations({
      filters: [4],
      kernelSize: [1, 2, 3, 5],
      strides: [1, 2, 3],
      padding: [...paddings, 'causal'],
      useBias: [true, false],
    }),
  ),
  ...on(
    'conv1d',
    [[11, 4]],
    combinations({
      filters: [4],
      kernelSize: [2, 3],
      dilationRate: [2, 3, 4],
      padding: [...paddings, 'causal'],
      groups: [1, 2],
    }),
  ),
  ...on('conv1d', [[8, 2]], combinations({ filters: [2], activation: activations })),
  ...on('conv1d', [[null, 2]], combinations({ filters: [3], padding: [...paddings, 'causal'], dilationRate: [1, 2] })),
  ...on(
    'conv3d',
    [[5, 4, 6, 2]],
    combinations({
      filters: [3],
      kernelSize: triples([1, 1, 1], [3, 3, 3], [2, 1, 3]),
      strides: triples([1, 1, 1], [2, 2, 2], [1, 2, 3]),
      padding: paddings,
      useBias: [true, false],
    }),
  ),
  ...on(
    'conv3d',
    [[5, 6, 5, 2]],
    combinations({
      filters: [2],
      kernelSize: triples([2, 2, 3], [3, 1, 2]),
      dilationRate: triples([2, 2, 2], [1, 3, 2]),
      padding: paddings,
      groups: [1, 2],
    }),
  ),
  ...on(
    'conv2dTranspose',
    [[4, 5, 2]],
    combinations({
      filters: [3],
      kernelSize: pairs([1, 1], [3, 3], [2, 4], [5, 2]),
      strides: pairs([1, 1], [2, 2], [3, 2]),
      padding: paddings,
      useBias: [true, false],
    }),
  ),
  ...on('conv2dTranspose', [[3, 3, 1]], combinations({ filters: [2], activation: activations })),
  ...on('conv2dTranspose', [[null, 3, 2]], combinations({ filters: [2], strides: pairs([2, 2]), padding: paddings })),
  ...(['separableConv2d', 'depthwiseConv2d'] as const).flatMap((type) =>
    on(
      type,
      [[9, 7, 3]],
      combinations({
        ...(type === 'separableConv2d' ? { filters: [4] } : {}),
        kernelSize: pairs([1, 1], [3, 3], [5, 2]),
        strides: pairs([1, 1], [2, 2], [3, 3]),
        padding: paddings,
        depthMultiplier: [1, 2],
        useBias: [true, false],
      }),
    ),
  ),
  ...(['separableConv2d', 'depthwiseConv2d'] as const).flatMap((type) =>
    on(
      type,
      [[9, 8, 2]],
      combinations({
        ...(type === 'separableConv2d' ? { filters: [3] } : {}),
        dilationRate: pairs([2, 2], [3, 1], [2, 3]),
        padding: paddings,
        depthMultiplier: [1, 2],
      }),
    ),
  ),
];

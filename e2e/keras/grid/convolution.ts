import { activations } from '../../../src/brick/fields';
import { type Setting, combinations, on, paddings, pairs } from './combinations';

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
];

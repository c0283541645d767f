import { type Setting, combinations, on } from './combinations';

/** Of a model inside the model only layers and shapes are compared: few settings say all. */
export const nested: readonly Setting[] = [
  ...on('pretrainedBackbone', [[33, 64, 1]], combinations({ pooling: ['none', 'avg', 'max'] })),
  ...on(
    'pretrainedBackbone',
    [[32, 32, 3]],
    [
      { trainableLayers: 'none' },
      { trainableLayers: 'from', trainableFrom: 'block5_conv1' },
      { trainableLayers: 'last', trainableLast: 4 },
      { trainableLayers: 'named', trainableNames: ['block1_conv1', 'block5_conv3'] },
    ],
  ),
];

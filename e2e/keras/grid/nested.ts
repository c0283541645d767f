import { optionsOf } from '../../../src/document/template';
import { library } from '../../../templates/index';
import { type Setting, combinations, on } from './combinations';

const type = 'pretrainedBackbone';

/** Every architecture of Keras as a brick, in its own size; a narrow one where it has widths. */
const architectures = Object.entries(library.architectures).flatMap(([architecture, template]) => {
  const { keras, minimum } = template.architecture;
  if (!keras) return [];
  const params = { architecture, ...optionsOf(template, { alpha: 0.25 }) };
  const side = 2 * minimum;
  return on(type, [[side, side + 16, 3]], [params, { ...params, includeTop: true, classes: 10 }]);
});

/** Of a model inside the model only layers and shapes are compared: few settings say all. */
export const nested: readonly Setting[] = [
  ...architectures,
  ...on(type, [[33, 64, 1]], combinations({ pooling: ['none', 'avg', 'max'] })),
  ...on(
    type,
    [[32, 32, 3]],
    [
      { trainableLayers: 'none' },
      { trainableLayers: 'from', trainableFrom: 'block5_conv1' },
      { trainableLayers: 'last', trainableLast: 4 },
      { trainableLayers: 'named', trainableNames: ['block1_conv1', 'block5_conv3'] },
    ],
  ),
];

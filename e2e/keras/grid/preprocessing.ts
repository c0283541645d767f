import { type Setting, combinations, on } from './combinations';

const sizes = [
  { height: 4, width: 4 },
  { height: 5, width: 9 },
  { height: 12, width: 3 },
  { height: 7, width: 8 },
];
const fills = { fillMode: ['reflect', 'constant', 'wrap', 'nearest'], interpolation: ['bilinear', 'nearest'] };

export const settings: readonly Setting[] = [
  ...[[6], [4, 5], [4, 5, 3]].flatMap((shape) =>
    on('rescaling', [shape], combinations({ scale: [1 / 255, -2], offset: [0, -1] })),
  ),
  ...on(
    'resizing',
    [[7, 8, 2]],
    sizes.flatMap((size) =>
      combinations({
        height: [size.height],
        width: [size.width],
        interpolation: ['bilinear', 'nearest'],
        cropToAspectRatio: [false, true],
      }),
    ),
  ),
  ...on('resizing', [[null, null, 2]], [{ height: 3, width: 5 }]),
  ...on('centerCrop', [[7, 8, 2]], sizes),
  ...on('centerCrop', [[8, 7, 1]], sizes),
  ...on('randomFlip', [[5, 6, 2]], combinations({ mode: ['horizontal', 'vertical', 'horizontalAndVertical'] })),
  ...on(
    'randomRotation',
    [[5, 6, 2]],
    combinations({
      factor: [
        [-0.2, 0.2],
        [0.1, 0.3],
      ],
      ...fills,
    }),
  ),
  ...on('randomZoom', [[5, 6, 2]], combinations({ widthFactor: [null, [-0.2, 0.2]], ...fills })),
  ...on(
    'randomTranslation',
    [[5, 6, 2]],
    combinations({
      heightFactor: [
        [-0.2, 0.2],
        [0, 0.1],
      ],
      ...fills,
    }),
  ),
  ...on(
    'randomContrast',
    [[5, 6, 2]],
    combinations({
      factor: [
        [0, 0.5],
        [0.2, 0.3],
      ],
      valueRange: [
        [0, 1],
        [0, 255],
      ],
    }),
  ),
  ...on(
    'randomBrightness',
    [[5, 6, 2]],
    combinations({
      factor: [
        [-0.5, 0.5],
        [0, 0.2],
      ],
      valueRange: [
        [0, 1],
        [0, 255],
      ],
    }),
  ),
  ...['randomRotation', 'randomZoom', 'randomTranslation'].flatMap((type) =>
    on(type, [[5, 6, 2]], [{ fillMode: 'constant', fillValue: 0.5 }]),
  ),
];

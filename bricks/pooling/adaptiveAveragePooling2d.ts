import { defineBrick } from '../../src/brick/brick';
import { pair } from '../../src/brick/fields';
import { needsChannels, spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'adaptiveAveragePooling2d',
  category: 'pooling',
  layer: { tfjs: 'adaptiveAveragePooling2d', keras: 'AdaptiveAveragePooling2D' },
  page: 'pooling_layers/adaptive_average_pooling2d',
  drawing: 'partsAverage',
  inputs: 1,
  params: { outputSize: pair(2) },
  face: ['outputSize'],
  positional: ['outputSize'],
  traits: () => ({ range: 'kept', positions: 'moved' }),
  shape: ([x], { outputSize }) => [...outputSize, needsChannels(x, spatial.picture)[1]],
  own: () => 'pooling/adaptivePooling',
  args: ({ outputSize }) => ({ operation: 'average', outputSize }),
  kerasArgs: ({ outputSize }) => ({ outputSize }),
  docs: {
    en: {
      name: 'AdaptiveAveragePooling2D',
      about:
        'Splits an image of any size into a fixed number of regions and keeps the average of each: the output size is the same, whatever ' +
        'comes in.',
      params: { outputSize: 'Height and width of what comes out' },
    },
    ko: {
      name: 'AdaptiveAveragePooling2D',
      about: '이미지 크기와 상관없이 정한 수의 영역으로 나누고 영역마다 평균을 남겨요. 출력 크기가 늘 같아요.',
      params: { outputSize: '출력의 높이와 너비' },
    },
  },
  examples: [
    { params: {}, in: [[8, 8, 16]], out: [2, 2, 16], weights: 0 },
    { params: { outputSize: [3, 2] }, in: [[7, 5, 2]], out: [3, 2, 2], weights: 0 },
    { params: { outputSize: [4, 3] }, in: [[null, 2, 3]], out: [4, 3, 3], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { narrowed } from '../../src/brick/layers/edges';
import { sides } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'cropping2d',
  category: 'shape',
  layer: { tfjs: 'cropping2D', keras: 'Cropping2D' },
  page: 'reshaping_layers/cropping2d',
  also: '자르기, 크롭',
  drawing: 'cropping',
  inputs: 1,
  params: { cropping: sides(1) },
  face: ['cropping'],
  positional: ['cropping'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { cropping }) => narrowed(x, spatial.picture, cropping),
  // tf.layers takes an unknown size for zero.
  own: (_, [x]) => (x?.includes(null) ? 'shape/cropping' : null),
  docs: {
    en: {
      name: 'Cropping2D',
      about: 'Cuts rows and columns off the edges of an image.',
      params: { cropping: 'How many to cut off at the top, bottom, left and right' },
    },
    ko: {
      name: 'Cropping2D',
      about: '이미지의 가장자리에서 행과 열을 잘라 내요.',
      params: { cropping: '위, 아래, 왼쪽, 오른쪽에서 잘라 낼 개수' },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [26, 26, 1], weights: 0 },
    {
      params: {
        cropping: [
          [0, 1],
          [2, 3],
        ],
      },
      in: [[4, 8, 2]],
      out: [3, 3, 2],
      weights: 0,
    },
  ],
});

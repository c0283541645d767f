import { defineBrick } from '../../src/brick/brick';
import { widened } from '../../src/brick/layers/edges';
import { sides } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'zeroPadding2d',
  category: 'shape',
  layer: { tfjs: 'zeroPadding2d', keras: 'ZeroPadding2D' },
  page: 'reshaping_layers/zero_padding2d',
  also: '제로 패딩, 패딩, 채움, 여백, zero padding',
  drawing: 'padding',
  inputs: 1,
  params: { padding: sides(1) },
  face: ['padding'],
  positional: ['padding'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { padding }) => widened(x, spatial.picture, padding),
  docs: {
    en: {
      name: 'ZeroPadding2D',
      about: 'Adds rows and columns of zeros around an image.',
      params: { padding: 'How many zeros at the top, bottom, left and right' },
    },
    ko: {
      name: 'ZeroPadding2D',
      about: '이미지의 둘레에 0으로 된 행과 열을 덧붙여요.',
      params: { padding: '위, 아래, 왼쪽, 오른쪽에 덧붙일 0의 개수' },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [30, 30, 1], weights: 0 },
    {
      params: {
        padding: [
          [0, 1],
          [2, 3],
        ],
      },
      in: [[4, 5, 2]],
      out: [5, 10, 2],
      weights: 0,
    },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { widened } from '../../src/brick/layers/edges';
import { solidSides } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'zeroPadding3d',
  category: 'shape',
  layer: { tfjs: 'zeroPadding3d', keras: 'ZeroPadding3D' },
  page: 'reshaping_layers/zero_padding3d',
  also: '제로 패딩, 패딩, 채움, 여백, zero padding',
  drawing: 'padding',
  inputs: 1,
  params: { padding: solidSides(1) },
  face: ['padding'],
  positional: ['padding'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { padding }) => widened(x, spatial.volume, padding),
  own: () => 'shape/zeroPadding',
  docs: {
    en: {
      name: 'ZeroPadding3D',
      about: 'Adds layers of zeros around a volume, or empty frames around a film.',
      params: { padding: 'How many zeros in front, behind, at the top, bottom, left and right' },
    },
    ko: {
      name: 'ZeroPadding3D',
      about: '볼륨의 둘레에는 0으로 된 칸을, 동영상에는 빈 프레임과 테두리를 덧붙여요.',
      params: { padding: '앞, 뒤, 위, 아래, 왼쪽, 오른쪽에 덧붙일 0의 개수' },
    },
  },
  examples: [
    { params: {}, in: [[4, 6, 6, 1]], out: [6, 8, 8, 1], weights: 0 },
    {
      params: {
        padding: [
          [0, 1],
          [2, 0],
          [1, 3],
        ],
      },
      in: [[2, 3, 4, 2]],
      out: [3, 5, 8, 2],
      weights: 0,
    },
  ],
});

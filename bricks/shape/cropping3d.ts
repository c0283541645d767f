import { defineBrick } from '../../src/brick/brick';
import { narrowed } from '../../src/brick/layers/edges';
import { solidSides } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'cropping3d',
  category: 'shape',
  layer: { tfjs: 'cropping3d', keras: 'Cropping3D' },
  page: 'reshaping_layers/cropping3d',
  also: '자르기, 크롭',
  drawing: 'cropping',
  inputs: 1,
  params: { cropping: solidSides(1) },
  face: ['cropping'],
  positional: ['cropping'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { cropping }) => narrowed(x, spatial.volume, cropping),
  own: () => 'shape/cropping',
  docs: {
    en: {
      name: 'Cropping3D',
      about: 'Cuts cells off all sides of a volume, or frames off both ends of a film.',
      params: { cropping: 'How many to cut off in front, behind, at the top, bottom, left and right' },
    },
    ko: {
      name: 'Cropping3D',
      about: '볼륨은 모든 쪽에서 칸을, 동영상은 양 끝에서 프레임을 잘라내요.',
      params: { cropping: '앞, 뒤, 위, 아래, 왼쪽, 오른쪽에서 잘라낼 수' },
    },
  },
  examples: [
    { params: {}, in: [[6, 8, 8, 1]], out: [4, 6, 6, 1], weights: 0 },
    {
      params: {
        cropping: [
          [0, 1],
          [2, 0],
          [1, 3],
        ],
      },
      in: [[4, 5, 6, 2]],
      out: [3, 3, 2, 2],
      weights: 0,
    },
  ],
});

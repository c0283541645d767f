import { defineBrick } from '../../src/brick/brick';
import { enlarged } from '../../src/brick/layers/edges';
import { triple } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'upSampling3d',
  category: 'shape',
  layer: { tfjs: 'upSampling3d', keras: 'UpSampling3D' },
  page: 'reshaping_layers/up_sampling3d',
  also: '업샘플링, 확대',
  drawing: 'enlarging',
  inputs: 1,
  params: { size: triple(2) },
  face: ['size'],
  positional: ['size'],
  traits: () => ({ range: 'kept' }),
  shape: ([x], { size }) => enlarged(x, spatial.volume, size),
  own: () => 'shape/upSampling',
  window: ({ size }) => size.map((factor) => ({ size: 1, stride: 1 / factor, dilation: 1 })),
  docs: {
    en: {
      name: 'UpSampling3D',
      about: 'Enlarges a volume, or the frames of a film, by repeating every cell. Undoes the shrinking of a pooling.',
      params: { size: 'How many times as deep, as high and as wide' },
    },
    ko: {
      name: 'UpSampling3D',
      about: '칸을 반복해 볼륨이나 동영상을 키워요. 풀링으로 줄어든 크기를 되돌릴 때 써요.',
      params: { size: '깊이, 높이, 너비를 몇 배로 키울지' },
    },
  },
  examples: [
    { params: {}, in: [[4, 5, 6, 2]], out: [8, 10, 12, 2], weights: 0 },
    { params: { size: [1, 3, 2] }, in: [[3, 2, 2, 3]], out: [3, 6, 4, 3], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { enlarged } from '../../src/brick/layers/edges';
import { choice, pair } from '../../src/brick/fields';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'upSampling2d',
  category: 'shape',
  layer: { tfjs: 'upSampling2d', keras: 'UpSampling2D' },
  page: 'reshaping_layers/up_sampling2d',
  also: '업샘플링, 확대',
  drawing: 'enlarging',
  inputs: 1,
  params: { size: pair(2), interpolation: choice(['nearest', 'bilinear'], 'nearest') },
  face: ['size', 'interpolation'],
  positional: ['size'],
  traits: ({ interpolation }) => ({ refusesWhole: interpolation === 'bilinear' }),
  shape: ([x], { size }) => enlarged(x, spatial.picture, size),
  own: ({ interpolation }) => (interpolation === 'nearest' ? null : 'shape/upSampling'),
  window: ({ size }) => size.map((factor) => ({ size: 1, stride: 1 / factor, dilation: 1 })),
  docs: {
    en: {
      name: 'UpSampling2D',
      about:
        'Enlarges an image by repeating rows and columns or by interpolation, for example to reverse the shrinking of a pooling layer.',
      params: {
        size: 'Factors for height and width',
        interpolation: 'nearest: repeats every value; bilinear: values change evenly from one to the next',
      },
    },
    ko: {
      name: 'UpSampling2D',
      about: '이미지를 키워요. 행과 열을 반복하거나 사이를 보간해요. 풀링으로 줄어든 크기를 되돌릴 때 써요.',
      params: {
        size: '높이와 너비를 몇 배로 키울지',
        interpolation: 'nearest: 값을 그대로 반복, bilinear: 이웃한 값 사이를 보간',
      },
    },
  },
  examples: [
    { params: {}, in: [[7, 7, 8]], out: [14, 14, 8], weights: 0 },
    { params: { size: [2, 3], interpolation: 'bilinear' }, in: [[4, 3, 2]], out: [8, 9, 2], weights: 0 },
  ],
});

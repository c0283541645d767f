import { defineBrick } from '../../src/brick/brick';
import { integer } from '../../src/brick/fields';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'centerCrop',
  category: 'augmentation',
  layer: { tfjs: 'centerCrop', keras: 'CenterCrop' },
  page: 'preprocessing_layers/image_preprocessing/center_crop',
  also: '가운데 자르기, 전처리',
  drawing: 'centerCrop',
  inputs: 1,
  own: () => 'shape/centerCrop',
  params: { height: integer(24, { max: 10_000 }), width: integer(24, { max: 10_000 }) },
  face: ['height', 'width'],
  positional: ['height', 'width'],
  shape: ([x], { height, width }) => [height, width, needsImage(x)[2]],
  docs: {
    en: {
      name: 'CenterCrop',
      about: 'Crops the centre of an image. An image that is too small is enlarged first.',
      params: { height: 'Height of what is kept', width: 'Width of what is kept' },
    },
    ko: {
      name: 'CenterCrop',
      about: '이미지의 가운데만 남겨요. 이미지가 더 작으면 맞을 때까지 키워요.',
      params: { height: '남길 높이', width: '남길 너비' },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [24, 24, 1], weights: 0 },
    { params: { height: 3, width: 4 }, in: [[8, 9, 3]], out: [3, 4, 3], weights: 0 },
    { params: { height: 8, width: 6 }, in: [[5, 9, 2]], out: [8, 6, 2], weights: 0 },
  ],
});

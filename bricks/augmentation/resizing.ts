import { defineBrick } from '../../src/brick/brick';
import { choice, integer, toggle } from '../../src/brick/fields';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'resizing',
  category: 'augmentation',
  layer: { tfjs: 'resizing', keras: 'Resizing' },
  page: 'preprocessing_layers/image_preprocessing/resizing',
  also: '크기 조정, 전처리, preprocessing',
  drawing: 'resizing',
  inputs: 1,
  own: () => 'shape/resizing',
  params: {
    height: integer(224, { max: 10_000 }),
    width: integer(224, { max: 10_000 }),
    interpolation: choice(['bilinear', 'nearest'], 'bilinear'),
    cropToAspectRatio: toggle(false),
  },
  without: { fillMode: null, fillValue: null },
  face: ['height', 'width'],
  positional: ['height', 'width'],
  traits: () => ({ positions: 'moved', refusesWhole: true }),
  shape: ([x], { height, width }) => [height, width, needsImage(x)[2]],
  docs: {
    en: {
      name: 'Resizing',
      about: 'Resizes images to a fixed size, as the model expects.',
      params: {
        height: 'Height afterwards',
        width: 'Width afterwards',
        interpolation:
          'How new pixels are computed: bilinear (from the four nearest pixels) or nearest (the nearest pixel)',
        cropToAspectRatio: 'Cuts the edges off first, so that nothing is stretched',
      },
    },
    ko: {
      name: 'Resizing',
      about: '이미지를 정해진 크기로 바꿔요. 그 크기로 학습한 모델 앞에 둬요.',
      params: {
        height: '바꾼 뒤의 높이',
        width: '바꾼 뒤의 너비',
        interpolation: '새 픽셀 값을 정하는 방법. bilinear: 가까운 픽셀 네 개를 보간, nearest: 가장 가까운 픽셀',
        cropToAspectRatio: '늘어나지 않도록 가장자리를 먼저 잘라 냄',
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [224, 224, 1], weights: 0 },
    { params: { height: 5, width: 4, interpolation: 'nearest' }, in: [[8, 9, 3]], out: [5, 4, 3], weights: 0 },
    { params: { height: 6, width: 6, cropToAspectRatio: true }, in: [[4, 9, 2]], out: [6, 6, 2], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputImage',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  inputs: 0,
  params: { shape: shape([28, 28, 1], { rank: 3 }) },
  face: ['shape'],
  everyday: true,
  offered: 1,
  shape: (_, { shape: size }) => size,
  docs: {
    en: {
      name: 'Image input',
      about: 'Where pictures enter the model. Every model starts with an input.',
      params: { shape: 'Height, width and channels of one picture (1 grey, 3 colour)' },
    },
    ko: {
      name: '이미지 입력',
      about: '2차원 입력 데이터, 주로 영상이 모델로 들어오는 곳입니다. 모든 모델은 입력에서 시작합니다.',
      params: { shape: '영상 하나의 높이, 너비, 채널 수 (흑백 1, 컬러 3)' },
    },
  },
  examples: [
    { params: {}, in: [], out: [28, 28, 1], weights: 0 },
    { params: { shape: [224, 224, 3] }, in: [], out: [224, 224, 3], weights: 0 },
  ],
});

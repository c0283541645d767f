import { defineBrick } from '../../src/brick/brick';
import { shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputImage',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  also: '이미지 입력, 그림, 사진, 영상, 입력층',
  inputs: 0,
  params: { shape: shape([28, 28, 1], { rank: 3 }) },
  face: ['shape'],
  everyday: true,
  offered: 1,
  shape: (_, { shape: size }) => size,
  docs: {
    en: {
      name: 'Image input',
      about: 'Where images enter the model. Every model starts with an input.',
      params: { shape: 'Height, width and channels of one image (1 greyscale, 3 colour)' },
    },
    ko: {
      name: '이미지 입력',
      about: '이미지 데이터가 모델로 들어오는 곳이에요. 모든 모델은 입력에서 시작해요.',
      params: { shape: '이미지 하나의 높이, 너비, 채널 수 (흑백 1, 컬러 3)' },
    },
  },
  examples: [
    { params: {}, in: [], out: [28, 28, 1], weights: 0 },
    { params: { shape: [224, 224, 3] }, in: [], out: [224, 224, 3], weights: 0 },
  ],
});

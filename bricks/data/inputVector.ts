import { defineBrick } from '../../src/brick/brick';
import { shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputVector',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  inputs: 0,
  params: { shape: shape([12], { rank: 1 }) },
  face: ['shape'],
  everyday: true,
  offered: 2,
  shape: (_, { shape: size }) => size,
  docs: {
    en: {
      name: 'Vector input',
      about: 'Where rows of numbers enter the model, one number per column of the table.',
      params: { shape: 'How many numbers one sample has' },
    },
    ko: {
      name: '벡터 입력',
      about: '1차원의 입력 데이터가 모델로 들어오는 곳입니다. 표의 열마다 숫자 하나가 들어옵니다.',
      params: { shape: '샘플 하나에 들어 있는 숫자의 개수' },
    },
  },
  examples: [
    { params: {}, in: [], out: [12], weights: 0 },
    { params: { shape: [784] }, in: [], out: [784], weights: 0 },
  ],
});

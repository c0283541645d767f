import { defineBrick } from '../../src/brick/brick';
import { shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputVector',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  also: '수치 입력, 수치입력, 표, 입력층, 회귀',
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
      about: '표 형태의 데이터가 모델로 들어오는 곳이에요. 표의 열마다 수치 하나가 들어와요.',
      params: { shape: '샘플 하나에 들어 있는 수치의 개수(특성 수)' },
    },
  },
  examples: [
    { params: {}, in: [], out: [12], weights: 0 },
    { params: { shape: [784] }, in: [], out: [784], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { optionalInteger, shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputSequence',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  also: '시계열 입력, 시계열수치, 시점, 시간 단계, 순차 데이터, 연속 데이터, 입력층',
  inputs: 0,
  params: { shape: shape([40, 1], { rank: 2, unknown: true }), batchSize: optionalInteger({ min: 1, max: 100_000 }) },
  face: ['shape'],
  everyday: true,
  shape: (_, { shape: size }) => size,
  docs: {
    en: {
      name: 'Sequence input',
      about: 'Where time series enter the model: rows of numbers in order, one row per time step.',
      params: {
        shape: 'Time steps (empty: any number) and numbers per step of one sample',
        batchSize: 'Fixed number of samples per batch, as stateful layers need it',
      },
    },
    ko: {
      name: '시퀀스 입력',
      about: '시계열 데이터가 모델로 들어오는 곳이에요. 타임스텝마다 수치 한 줄이 순서대로 들어와요.',
      params: {
        shape: '샘플 하나의 타임스텝 수(비우면 제한 없음)와 타임스텝마다의 수치 개수',
        batchSize: '배치 하나의 샘플 수를 고정함. 상태 유지(stateful) 층에 필요함',
      },
    },
  },
  examples: [
    { params: {}, in: [], out: [40, 1], weights: 0 },
    { params: { shape: [null, 3] }, in: [], out: [null, 3], weights: 0 },
    { params: { shape: [10, 2], batchSize: 4 }, in: [], out: [10, 2], weights: 0 },
  ],
});

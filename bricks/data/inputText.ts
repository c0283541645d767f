import { defineBrick } from '../../src/brick/brick';
import { shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputText',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  also: '텍스트 입력, 문장, 자연어, 입력층',
  inputs: 0,
  params: { shape: shape([200], { rank: 1, unknown: true }) },
  face: ['shape'],
  everyday: true,
  shape: (_, { shape: size }) => size,
  args: ({ shape: size }) => ({ shape: size, dtype: 'int32' }),
  docs: {
    en: {
      name: 'Text input',
      about: 'Where texts enter the model as word indices: whole numbers, 0 for padding. An Embedding comes next.',
      params: { shape: 'Words per text (empty: any number)' },
    },
    ko: {
      name: '텍스트 입력',
      about: '텍스트가 단어 번호(정수)로 바뀌어 모델로 들어오는 곳이에요. 0은 패딩이고, 다음에는 Embedding이 와요.',
      params: { shape: '텍스트 하나의 단어 수(비우면 제한 없음)' },
    },
  },
  examples: [
    { params: {}, in: [], out: [200], weights: 0 },
    { params: { shape: [null] }, in: [], out: [null], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { activation } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'activation',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'activation', keras: 'Activation' },
  page: 'core_layers/activation',
  also: '활성화 함수, 액티베이션, activation function',
  drawing: 'activation',
  inputs: 1,
  params: { activation: activation('relu') },
  presets: [
    { name: 'relu', also: '렐루', params: { activation: 'relu' } },
    { name: 'softmax', also: '소프트맥스', params: { activation: 'softmax' } },
    { name: 'sigmoid', also: '시그모이드', params: { activation: 'sigmoid' } },
    { name: 'tanh', also: '하이퍼볼릭 탄젠트', params: { activation: 'tanh' } },
  ],
  face: ['activation'],
  positional: ['activation'],
  // Keras computes these two in a form that takes no whole numbers.
  traits: ({ activation: name }) => ({ mask: 'passes', refusesWhole: name === 'sigmoid' || name === 'swish' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'Activation',
      about:
        'Applies an activation function to every value; softmax turns the last axis into probabilities that sum to 1.',
      params: { activation: 'Activation function' },
    },
    ko: {
      name: 'Activation',
      about: '모든 값에 활성화 함수를 적용해요. softmax는 마지막 축의 값을 합이 1인 확률로 바꿔요.',
      params: { activation: '활성화 함수' },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: { activation: 'softmax' }, in: [[10]], out: [10], weights: 0 },
    { params: { activation: 'sigmoid' }, in: [[4, 3]], out: [4, 3], weights: 0 },
  ],
});

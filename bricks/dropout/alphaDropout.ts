import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'alphaDropout',
  category: 'dropout',
  layer: { tfjs: 'alphaDropout', keras: 'AlphaDropout' },
  page: 'regularization_layers/alpha_dropout',
  drawing: 'alphaDropout',
  paper: 'https://arxiv.org/abs/1706.02515',
  inputs: 1,
  // That of TensorFlow.js gives left-out values the wrong sign.
  own: () => 'noise/alphaDropout',
  params: { rate: number(0.1, { min: 0, max: 1, step: 0.05, below: true }) },
  face: ['rate'],
  positional: ['rate'],
  traits: () => ({ random: true, passesValues: true, mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'AlphaDropout',
      about:
        'Dropout that keeps mean and variance, made for networks with the selu activation; it does nothing when predicting.',
      params: { rate: 'Fraction of the inputs that is dropped' },
    },
    ko: {
      name: 'AlphaDropout',
      about:
        '평균과 분산을 유지하는 Dropout으로, selu 활성화 함수를 쓰는 신경망에 맞아요. 예측할 때는 아무 일도 하지 않아요.',
      params: { rate: '제외할 입력의 비율' },
    },
  },
  examples: [
    { params: {}, in: [[128]], out: [128], weights: 0 },
    { params: { rate: 0.2 }, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'dropout',
  category: 'dropout',
  layer: { tfjs: 'dropout', keras: 'Dropout' },
  page: 'regularization_layers/dropout',
  also: '드롭아웃, 과대적합, 과적합, 규제, 정칙화, 일반화, 레귤러라이제이션, overfitting',
  drawing: 'dropout',
  paper: 'https://jmlr.org/papers/v15/srivastava14a.html',
  inputs: 1,
  params: { rate: number(0.5, { min: 0, max: 1, step: 0.05, below: true }) },
  face: ['rate'],
  everyday: true,
  positional: ['rate'],
  traits: () => ({ random: true, passesValues: true, mask: 'passes', seeded: 'noise/seededDropout' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'Dropout',
      about:
        'Drops random inputs during training to reduce overfitting; it does nothing when predicting. ' +
        'Set a seed to get the same result every time.',
      params: { rate: 'Fraction of the inputs that is dropped' },
    },
    ko: {
      name: 'Dropout',
      about:
        '과대적합을 막기 위해 학습할 때 뉴런을 무작위로 제외해요. 예측할 때는 아무 일도 하지 않아요. ' +
        '시드를 정하면 매번 같은 결과가 나와요.',
      params: { rate: '제외할 입력의 비율' },
    },
  },
  examples: [
    { params: {}, in: [[128]], out: [128], weights: 0 },
    { params: { rate: 0.25 }, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
  ],
});

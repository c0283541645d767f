import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'gaussianDropout',
  category: 'dropout',
  layer: { tfjs: 'gaussianDropout', keras: 'GaussianDropout' },
  page: 'regularization_layers/gaussian_dropout',
  drawing: 'gaussianDropout',
  paper: 'https://jmlr.org/papers/v15/srivastava14a.html',
  inputs: 1,

  params: { rate: number(0.5, { min: 0, max: 1, step: 0.05, below: true }) },
  face: ['rate'],
  positional: ['rate'],
  traits: () => ({ random: true, passesValues: true, mask: 'passes', seeded: 'noise/gaussianDropout' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'GaussianDropout',
      about:
        'Multiplies the inputs by normal noise around 1 during training: as strong as Dropout, without zeros. It does nothing when predicting.',
      params: { rate: 'Strength of the noise, on the same scale as Dropout’s rate' },
    },
    ko: {
      name: 'GaussianDropout',
      about:
        '학습할 때 입력에 1을 중심으로 한 정규분포 잡음을 곱해요. 0으로 만들지 않으면서 Dropout만큼 효과가 있어요. 예측할 때는 아무 일도 하지 않아요.',
      params: { rate: '잡음의 세기. 같은 rate의 Dropout에 해당' },
    },
  },
  examples: [
    { params: {}, in: [[128]], out: [128], weights: 0 },
    { params: { rate: 0.2 }, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'gaussianNoise',
  category: 'dropout',
  layer: { tfjs: 'gaussianNoise', keras: 'GaussianNoise' },
  page: 'regularization_layers/gaussian_noise',
  also: '가우시안 잡음, 노이즈',
  drawing: 'gaussianNoise',

  inputs: 1,

  params: { stddev: number(0.1, { min: 0, max: 1, step: 0.05 }) },
  face: ['stddev'],
  positional: ['stddev'],
  traits: () => ({ random: true, passesValues: true, mask: 'passes', seeded: 'noise/gaussianNoise' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'GaussianNoise',
      about: 'Adds Gaussian noise to the inputs during training as data augmentation; it does nothing when predicting.',
      params: { stddev: 'Standard deviation of the noise' },
    },
    ko: {
      name: 'GaussianNoise',
      about: '학습할 때 입력에 정규분포 잡음을 더해요. 데이터 증강의 하나예요. 예측할 때는 아무 일도 하지 않아요.',
      params: { stddev: '잡음의 표준편차' },
    },
  },
  examples: [
    { params: {}, in: [[128]], out: [128], weights: 0 },
    { params: { stddev: 0.2 }, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'spatialDropout1d',
  category: 'dropout',
  layer: { tfjs: 'spatialDropout1d', keras: 'SpatialDropout1D' },
  page: 'regularization_layers/spatial_dropout1d',
  drawing: 'channelDropout',
  paper: 'https://arxiv.org/abs/1411.4280',
  inputs: 1,

  params: { rate: number(0.5, { min: 0, max: 1, step: 0.05, below: true }) },
  face: ['rate'],
  positional: ['rate'],
  traits: () => ({ random: true, passesValues: true, mask: 'passes', seeded: 'noise/spatialDropout' }),
  shape: ([x]) => needsRank(x, 2),
  docs: {
    en: {
      name: 'SpatialDropout1D',
      about:
        'Drops whole channels at random during training; useful where neighbouring values are similar. It does nothing when predicting.',
      params: { rate: 'Fraction of the channels that is dropped' },
    },
    ko: {
      name: 'SpatialDropout1D',
      about:
        '학습할 때 채널을 통째로 무작위로 제외해요. 이웃한 값이 서로 비슷할 때 알맞아요. 예측할 때는 아무 일도 하지 않아요.',
      params: { rate: '제외할 채널의 비율' },
    },
  },
  examples: [
    { params: {}, in: [[10, 16]], out: [10, 16], weights: 0 },
    { params: { rate: 0.2 }, in: [[null, 8]], out: [null, 8], weights: 0 },
  ],
});

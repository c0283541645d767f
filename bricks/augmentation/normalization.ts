import { axesOf } from '../../src/brick/axes';
import { defineBrick } from '../../src/brick/brick';
import { axes, toggle } from '../../src/brick/fields';
import { numbers } from '../../src/brick/numbersField';
import { needsRank } from '../../src/brick/shape';
import { fittingMoments, learnedMoments, momentsForKeras, momentsFromKeras } from '../../src/brick/layers/givenMoments';

export default defineBrick({
  type: 'normalization',
  category: 'augmentation',
  layer: { tfjs: 'normalization', keras: 'Normalization' },
  page: 'preprocessing_layers/numerical/normalization',
  also: '정규화, 표준화, 스케일 조정, 전처리, standardization, z-score, adapt, preprocessing',
  drawing: 'normalization',
  inputs: 1,
  own: () => 'preparation/normalization',
  params: {
    axis: axes([-1], { empty: true }),
    mean: numbers(),
    variance: numbers([], { min: 0 }),
    invert: toggle(false, { advanced: true }),
  },
  face: [],
  traits: ({ mean }) => ({ range: 'free', scales: true, mask: 'passes', ...(mean.length === 0 && { adapts: true }) }),
  shape: ([x], { axis, ...given }) => fittingMoments(needsRank(x, 1, 2, 3, 4, 5), axis, given),
  weights: ([x], { axis, mean }) => (mean.length > 0 ? {} : learnedMoments(x!, axis)),
  nonTrainable: ['mean', 'variance', 'count'],
  initializers: () => ({ variance: { role: 'initializer', name: 'ones', settings: {} } }),
  args: ({ axis }, [x], plain) => ({ ...plain, axis: axesOf(x!, axis) }),
  kerasArgs: ({ axis, ...given }, [x], plain) => ({ ...plain, ...momentsForKeras(x!, axis, given) }),
  fromKeras: momentsFromKeras,
  docs: {
    en: {
      name: 'Normalization',
      about:
        'Brings every number of a table to mean 0 and variance 1. Before the first epoch it learns mean and variance ' +
        'from the samples that are trained on, and keeps them with the model.',
      params: {
        axis: 'The axes whose places each have a mean of their own; −1 is the last, none: one mean for all',
        mean: 'The means, if they are known; empty: learned from the data',
        variance: 'The variances, if they are known; empty: learned from the data',
        invert: 'Turns normalized numbers back into plain ones',
      },
    },
    ko: {
      name: 'Normalization',
      about:
        '표의 숫자를 열마다 평균 0, 분산 1로 맞춰요. 첫 에포크 전에 학습용 샘플에서 평균과 분산을 구해 ' +
        '모델과 함께 보관해요.',
      params: {
        axis: '자리마다 평균을 따로 둘 축. −1은 마지막 축, 비우면 전체에 평균 하나',
        mean: '이미 아는 평균. 비우면 데이터에서 구함',
        variance: '이미 아는 분산. 비우면 데이터에서 구함',
        invert: '정규화한 숫자를 원래 숫자로 되돌림',
      },
    },
  },
  examples: [
    { params: {}, in: [[4]], out: [4], weights: 9 },
    { params: { mean: [1, 2, 3], variance: [4, 0, 1] }, in: [[3]], out: [3], weights: 0 },
    { params: { axis: [], mean: [2], variance: [4] }, in: [[2, 3]], out: [2, 3], weights: 0 },
    { params: { axis: [1, 3], invert: true }, in: [[4, 6, 3]], out: [4, 6, 3], weights: 25 },
  ],
});

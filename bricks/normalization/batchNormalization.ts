import { defineBrick } from '../../src/brick/brick';
import { integer, number } from '../../src/brick/fields';
import { initializer } from '../../src/brick/namedFields';
import { axisSize, needsRank } from '../../src/brick/shape';
import { scaleFields, scaleWords } from '../../src/brick/layers/weighted';

export default defineBrick({
  type: 'batchNormalization',
  category: 'normalization',
  layer: { tfjs: 'batchNormalization', keras: 'BatchNormalization' },
  page: 'normalization_layers/batch_normalization',
  also: '배치 정규화, 배치정규화, 배치노멀, BN, batch norm, 정규화, 노멀라이제이션',
  drawing: 'batchNormalization',
  paper: 'https://arxiv.org/abs/1502.03167',
  inputs: 1,
  own: () => 'normalization/batchNormalization',
  params: {
    axis: integer(-1, { min: -5, max: 5 }),
    momentum: number(0.99, { min: 0, max: 1 }),
    epsilon: number(0.001, { min: 1e-7, max: 1, step: 0.0001 }),
    ...scaleFields,
    movingMeanInitializer: initializer('zeros'),
    movingVarianceInitializer: initializer('ones'),
  },
  without: { renormMomentum: null },
  face: [],
  everyday: true,
  traits: () => ({ range: 'free', scales: true, mask: 'passes', readsMask: true, statistics: true }),
  shape([x], { axis }) {
    axisSize(needsRank(x, 1, 2, 3), axis);
    return x!;
  },
  weights([x], { axis, center, scale }) {
    const size = [axisSize(x!, axis)];
    return { ...(scale && { gamma: size }), ...(center && { beta: size }), movingMean: size, movingVariance: size };
  },
  nonTrainable: ['movingMean', 'movingVariance'],
  docs: {
    en: {
      name: 'BatchNormalization',
      about: 'Normalizes each channel to about mean 0 and variance 1; deep models train faster and more stably.',
      params: {
        axis: 'The axis to normalize, usually the channels (−1); 0 is the batch',
        momentum: 'Momentum of the moving mean and variance; larger follows the batches more slowly',
        epsilon: 'Small number that avoids division by zero',
        ...scaleWords.en,
        movingMeanInitializer: 'Initializer of the moving mean',
        movingVarianceInitializer: 'Initializer of the moving variance',
      },
    },
    ko: {
      name: 'BatchNormalization',
      about: '채널마다 값을 평균 0, 분산 1에 가깝게 유지해요. 깊은 모델이 더 빠르고 안정적으로 학습돼요.',
      params: {
        axis: '통계를 따로 계산할 축. −1은 채널 축, 0은 배치 축',
        momentum: '이동 평균과 이동 분산의 모멘텀. 클수록 배치를 천천히 따라감',
        epsilon: '0으로 나누지 않도록 더하는 작은 수',
        ...scaleWords.ko,
        movingMeanInitializer: '이동 평균 초기화 방법',
        movingVarianceInitializer: '이동 분산 초기화 방법',
      },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 32 },
    { params: { scale: false }, in: [[20]], out: [20], weights: 60 },
    { params: { axis: 1, center: false, epsilon: 0.01 }, in: [[4, 6, 3]], out: [4, 6, 3], weights: 12 },
  ],
});

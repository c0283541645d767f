import { defineBrick } from '../../src/brick/brick';
import { integer, number } from '../../src/brick/fields';
import { ShapeError, axisPlace, axisSize, needsRank } from '../../src/brick/shape';
import { scaleFields, scaleWords } from '../../src/brick/layers/weighted';

export default defineBrick({
  type: 'groupNormalization',
  category: 'normalization',
  layer: { tfjs: 'groupNormalization', keras: 'GroupNormalization' },
  page: 'normalization_layers/group_normalization',
  also: '그룹 정규화, GN, group norm',
  drawing: 'groupNormalization',
  paper: 'https://arxiv.org/abs/1803.08494',
  inputs: 1,
  own: () => 'normalization/groupNormalization',
  params: {
    groups: integer(32, { min: -1 }),
    axis: integer(-1, { min: -5, max: 5 }),
    epsilon: number(0.001, { min: 1e-7, max: 1, step: 0.0001 }),
    ...scaleFields,
  },
  face: ['groups'],
  traits: () => ({ range: 'free', scales: true, mask: 'passes', refusesWhole: true }),
  shape([x], { groups, axis }) {
    const shape = needsRank(x, 1, 2, 3);
    const size = axisSize(shape, axis);
    if (groups !== -1 && (groups === 0 || size % groups !== 0)) {
      const fitting = Array.from({ length: size }, (_, index) => index + 1).filter((count) => size % count === 0);
      const data = { param: 'groups', value: String(groups), allowed: [-1, ...fitting].join(' | ') };
      throw new ShapeError('parameterMismatch', data);
    }
    return shape;
  },
  weights([x], { axis, center, scale }) {
    const size = [axisSize(x!, axis)];
    return { ...(scale && { gamma: size }), ...(center && { beta: size }) };
  },
  args({ groups, axis }, [x], plain) {
    return { ...plain, groups: groups === -1 ? axisSize(x!, axis) : groups, axis: axisPlace(x!, axis) + 1 };
  },
  kerasArgs: (_, __, plain) => plain,
  docs: {
    en: {
      name: 'GroupNormalization',
      about:
        'Splits the channels into groups and brings every group of a sample to mean 0 and variance 1. Good with small batches.',
      params: {
        groups: 'How many groups the channels are split into; −1 gives every channel its own, 1 takes all together',
        axis: 'The axis of the channels; −1 is the last, 0 would be the batch',
        epsilon: 'Small number that avoids division by zero',
        ...scaleWords.en,
      },
    },
    ko: {
      name: 'GroupNormalization',
      about: '채널을 몇 그룹으로 나누어 샘플의 그룹마다 평균 0, 분산 1로 맞춰요. 배치가 작을 때 좋아요.',
      params: {
        groups: '채널을 나눌 그룹의 수. −1은 채널마다 따로, 1은 모두 함께',
        axis: '채널 축. −1은 마지막 축, 0은 배치',
        epsilon: '0으로 나누지 않도록 더하는 작은 수',
        ...scaleWords.ko,
      },
    },
  },
  examples: [
    { params: { groups: 4 }, in: [[14, 14, 8]], out: [14, 14, 8], weights: 16 },
    { params: { groups: -1, center: false }, in: [[5, 6]], out: [5, 6], weights: 6 },
    { params: { groups: 2, axis: 1 }, in: [[4, 6, 3]], out: [4, 6, 3], weights: 8 },
  ],
});

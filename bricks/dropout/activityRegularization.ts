import type { NamedArgument } from '../../src/brick/namedArgument';
import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

const penalty = (l1: number, l2: number): NamedArgument | null =>
  l1 === 0 && l2 === 0 ? null : { role: 'regularizer', name: 'l1l2', settings: { l1, l2 } };

export default defineBrick({
  type: 'activityRegularization',
  category: 'dropout',
  layer: { tfjs: 'activation', tfjsClass: 'Activation', keras: 'ActivityRegularization' },
  page: 'regularization_layers/activity_regularization',
  also: '규제, 규제 항, 벌점, 페널티, 정칙화, 활성값',
  drawing: 'activation',
  inputs: 1,
  params: { l1: number(0, { min: 0, step: 0.01 }), l2: number(0.01, { min: 0, step: 0.01 }) },
  face: ['l1', 'l2'],
  always: ['l2'],
  traits: () => ({ passesValues: true, mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  args: ({ l1, l2 }) => ({ activation: 'linear', activityRegularizer: penalty(l1, l2) }),
  kerasArgs: ({ l1, l2 }) => ({ l1, l2 }),
  docs: {
    en: {
      name: 'ActivityRegularization',
      about: 'Hands its input on as it is, and adds a penalty to the loss that keeps the values small or mostly zero.',
      params: { l1: 'Penalty on the sum of the values without their signs', l2: 'Penalty on the sum of their squares' },
    },
    ko: {
      name: 'ActivityRegularization',
      about: '입력을 그대로 내보내면서, 값이 작아지거나 대부분 0이 되도록 손실에 규제 항을 더해요.',
      params: { l1: '절댓값의 합에 곱하는 규제 계수', l2: '제곱의 합에 곱하는 규제 계수' },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: { l1: 0.1, l2: 0 }, in: [[10]], out: [10], weights: 0 },
  ],
});

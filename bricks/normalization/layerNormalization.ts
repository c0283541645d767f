import { axesFromKeras, axesOf, kerasAxis } from '../../src/brick/axes';
import { defineBrick } from '../../src/brick/brick';
import { axes, number } from '../../src/brick/fields';
import { axisSize, needsRank } from '../../src/brick/shape';
import { scaleFields, scaleWords } from '../../src/brick/layers/weighted';

export default defineBrick({
  type: 'layerNormalization',
  category: 'normalization',
  layer: { tfjs: 'layerNormalization', keras: 'LayerNormalization' },
  page: 'normalization_layers/layer_normalization',
  also: '층 정규화, 레이어 정규화, LN, layer norm',
  drawing: 'layerNormalization',
  paper: 'https://arxiv.org/abs/1607.06450',
  inputs: 1,
  own: () => 'normalization/layerNormalization',
  params: { axis: axes([-1]), epsilon: number(0.001, { min: 1e-7, max: 1, step: 0.0001 }), ...scaleFields },
  face: [],
  everyday: true,
  traits: () => ({ range: 'free', scales: true, mask: 'passes', refusesWhole: true }),
  shape([x], { axis }) {
    const shape = needsRank(x, 1, 2, 3, 4);
    for (const one of axis) axisSize(shape, one);
    return shape;
  },
  weights([x], { axis, center, scale }) {
    const size = axesOf(x!, axis).map((one) => axisSize(x!, one));
    return { ...(scale && { gamma: size }), ...(center && { beta: size }) };
  },
  args: ({ axis }, [x], plain) => ({ ...plain, axis: axesOf(x!, axis) }),
  kerasArgs: ({ axis }, [x], plain) => ({ ...plain, ...kerasAxis(x!, axis) }),
  fromKeras: ({ axis }) => axesFromKeras(axis),
  docs: {
    en: {
      name: 'LayerNormalization',
      about:
        'Brings the features of every sample, or of every time step, to mean 0 and variance 1. ' +
        'It does the same in training and when predicting, whatever the batch.',
      params: {
        axis: 'The axes that are normalized together; −1 is the last',
        epsilon: 'Small number that avoids division by zero',
        ...scaleWords.en,
      },
    },
    ko: {
      name: 'LayerNormalization',
      about:
        '샘플마다, 또는 타임스텝마다 특성을 평균 0, 분산 1로 맞춰요. ' +
        '배치와 상관없이 학습할 때와 예측할 때 똑같이 계산해요.',
      params: {
        axis: '함께 정규화할 축. −1은 마지막 축',
        epsilon: '0으로 나누지 않도록 더하는 작은 수',
        ...scaleWords.ko,
      },
    },
  },
  examples: [
    { params: {}, in: [[10, 16]], out: [10, 16], weights: 32 },
    { params: { axis: [1, 2, 3] }, in: [[4, 6, 3]], out: [4, 6, 3], weights: 144 },
    { params: { scale: false }, in: [[20]], out: [20], weights: 20 },
  ],
});

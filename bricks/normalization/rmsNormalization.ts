import { axesFromKeras, axesOf, kerasAxis } from '../../src/brick/axes';
import { defineBrick } from '../../src/brick/brick';
import { axes, number } from '../../src/brick/fields';
import { ShapeError, axisSize, needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'rmsNormalization',
  category: 'normalization',
  layer: { tfjs: 'rmsNormalization', keras: 'RMSNormalization' },
  page: 'normalization_layers/rms_normalization',
  drawing: 'rmsNormalization',
  paper: 'https://arxiv.org/abs/1910.07467',
  inputs: 1,
  own: () => 'normalization/rmsNormalization',
  params: { axis: axes([-1]), epsilon: number(1e-6, { min: 1e-7, max: 1, step: 0.0001 }) },
  face: [],
  traits: () => ({ range: 'free', scales: true, refusesWhole: true }),
  shape([x], { axis }) {
    const shape = needsRank(x, 1, 2, 3, 4);
    for (const one of axis) axisSize(shape, one);
    const last = shape.map((_, at) => at - shape.length).slice(-axis.length);
    // Keras's learned factor only reaches the last axes.
    if (axesOf(shape, axis)[0] !== shape.length - axis.length + 1) {
      throw new ShapeError('parameterMismatch', { param: 'axis', value: axis.join(', '), allowed: last.join(', ') });
    }
    return shape;
  },
  weights: ([x], { axis }) => ({ scale: axesOf(x!, axis).map((one) => axisSize(x!, one)) }),
  initializers: () => ({ scale: { role: 'initializer', name: 'ones', settings: {} } }),
  args: ({ axis }, [x], plain) => ({ ...plain, axis: axesOf(x!, axis) }),
  kerasArgs: ({ axis }, [x], plain) => ({ ...plain, ...kerasAxis(x!, axis) }),
  fromKeras: ({ axis }) => axesFromKeras(axis),
  docs: {
    en: {
      name: 'RMSNormalization',
      about:
        'Divides the features of every sample, or of every time step, by the root of the mean of their squares, and ' +
        'multiplies them by a learned factor. Simpler than LayerNormalization: no mean is taken away.',
      params: {
        axis: 'The axes that are normalized together; −1 is the last',
        epsilon: 'Small number that avoids division by zero',
      },
    },
    ko: {
      name: 'RMSNormalization',
      about:
        '샘플마다, 또는 타임스텝마다 특성을 제곱 평균의 제곱근으로 나누고 학습되는 값을 곱해요. ' +
        '평균을 빼지 않아 LayerNormalization보다 간단해요.',
      params: { axis: '함께 정규화할 축. −1은 마지막 축', epsilon: '0으로 나누지 않도록 더하는 작은 수' },
    },
  },
  examples: [
    { params: {}, in: [[10, 16]], out: [10, 16], weights: 16 },
    { params: { epsilon: 0.01 }, in: [[20]], out: [20], weights: 20 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { axes } from '../../src/brick/fields';
import { constraint, initializer, regularizer } from '../../src/brick/namedFields';
import { type Shape, ShapeError, axisPlace, needsRank } from '../../src/brick/shape';

/** One slope per value; along a shared axis there is only one. Throws `ShapeError`. */
function slopes(x: Shape | undefined, sharedAxes: readonly number[]): number[] {
  const shape = needsRank(x, 1, 2, 3, 4);
  return shape.map((size, axis) => {
    if (sharedAxes.some((each) => axisPlace(shape, each) === axis)) return 1;
    if (size === null) throw new ShapeError('unknownAxis', { axis, shape });
    return size;
  });
}

export default defineBrick({
  type: 'preLU',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'prelu', keras: 'PReLU' },
  page: 'activation_layers/prelu',
  drawing: 'learnedSlope',
  paper: 'https://arxiv.org/abs/1502.01852',
  inputs: 1,
  own: ({ sharedAxes }) => (sharedAxes.length === 0 ? null : 'activation/sharedPReLU'),
  params: {
    sharedAxes: axes([], { empty: true }),
    alphaInitializer: initializer('zeros'),
    alphaRegularizer: regularizer(),
    alphaConstraint: constraint(),
  },
  face: ['sharedAxes'],
  traits: () => ({ activation: 'prelu', mask: 'passes' }),
  shape([x], { sharedAxes }) {
    slopes(x, sharedAxes);
    return x!;
  },
  weights: ([x], { sharedAxes }) => ({ alpha: slopes(x, sharedAxes) }),
  args: ({ sharedAxes }, [x], plain) => ({
    ...plain,
    sharedAxes: sharedAxes.length === 0 ? null : [...new Set(sharedAxes.map((axis) => axisPlace(x!, axis) + 1))],
  }),
  docs: {
    en: {
      name: 'PReLU',
      about: 'Lets positive values through and multiplies negative ones by a learned slope.',
      params: {
        sharedAxes: 'Axes that share one slope, for example 1, 2 for one slope per channel of an image',
        alphaInitializer: 'Initializer of the slopes',
        alphaRegularizer: 'Penalty in the loss that keeps the slopes small',
        alphaConstraint: 'Constraint on the slopes after every update',
      },
    },
    ko: {
      name: 'PReLU',
      about: '양수는 그대로 두고 음수에는 학습되는 기울기를 곱해요.',
      params: {
        sharedAxes: '기울기를 함께 쓰는 축. 이미지에서 채널마다 하나씩 두려면 1, 2',
        alphaInitializer: '기울기 초기화 방법',
        alphaRegularizer: '기울기가 커지지 않도록 손실에 더하는 규제 항',
        alphaConstraint: '갱신할 때마다 기울기에 거는 제약',
      },
    },
  },
  fromKeras: ({ sharedAxes }) => (sharedAxes === null ? { sharedAxes: [] } : {}),
  examples: [
    { params: {}, in: [[10]], out: [10], weights: 10 },
    { params: { sharedAxes: [1, 2] }, in: [[14, 14, 8]], out: [14, 14, 8], weights: 8 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { axesFromKeras, axesOf, kerasAxis } from '../../src/brick/axes';
import { axes } from '../../src/brick/fields';
import { type Shape, axisPlace, needsRank } from '../../src/brick/shape';

const isLast = (x: Shape, axis: readonly number[]) => axesOf(x, axis).join() === String(x.length);

export default defineBrick({
  type: 'softmax',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'softmax', keras: 'Softmax' },
  page: 'activation_layers/softmax',
  also: '소프트맥스, 활성화 함수, 확률',
  drawing: 'softmax',
  inputs: 1,
  // tf.layers.softmax computes along the last axis only.
  own: ({ axis }, [x]) => (isLast(x!, axis) ? null : 'activation/axisSoftmax'),
  params: { axis: axes([-1]) },
  face: ['axis'],
  // It takes a mask of values, not of steps: that does not fit them.
  traits: () => ({ activation: 'softmax', mask: 'passes', refusesMask: true }),
  shape([x], { axis }) {
    const shape = needsRank(x, 1, 2, 3, 4);
    for (const one of axis) axisPlace(shape, one);
    return shape;
  },
  args: ({ axis }, [x]) => ({ axis: isLast(x!, axis) ? -1 : axesOf(x!, axis) }),
  kerasArgs: ({ axis }, [x]) => kerasAxis(x!, axis),
  fromKeras: ({ axis }) => axesFromKeras(axis),
  docs: {
    en: {
      name: 'Softmax',
      about: 'Turns the values along an axis into probabilities between 0 and 1 that sum to 1, such as one per class.',
      params: { axis: 'The axes that sum to 1 together; −1 is the last' },
    },
    ko: {
      name: 'Softmax',
      about: '한 축의 값들을 0과 1 사이이고 합이 1인 비율로 바꿔요. 클래스별 확률을 나타낼 때 써요.',
      params: { axis: '합이 1이 되는 축. −1은 마지막 축' },
    },
  },
  examples: [
    { params: {}, in: [[10]], out: [10], weights: 0 },
    { params: { axis: [1] }, in: [[6, 4]], out: [6, 4], weights: 0 },
    { params: { axis: [1, 2] }, in: [[3, 4, 2]], out: [3, 4, 2], weights: 0 },
  ],
});

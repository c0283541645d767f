import { defineBrick } from '../../src/brick/brick';
import { axes } from '../../src/brick/fields';
import { type Shape, ShapeError, needsRank } from '../../src/brick/shape';

/** The axes in their new order, which must name each of them once. Throws `ShapeError('parameterMismatch')`. */
function permuted(x: Shape | undefined, dims: readonly number[]): Shape {
  const shape = needsRank(x, 1, 2, 3, 4, 5);
  const all = shape.map((_, index) => index + 1);
  if (all.join() !== [...dims].sort((a, b) => a - b).join()) {
    const allowed = `${all.join(', ')}, any order`;
    throw new ShapeError('parameterMismatch', { param: 'dims', value: dims.join(', '), allowed });
  }
  return dims.map((axis) => shape[axis - 1]!);
}

export default defineBrick({
  type: 'permute',
  category: 'shape',
  layer: { tfjs: 'permute', keras: 'Permute' },
  page: 'reshaping_layers/permute',
  also: '축 바꾸기, 축 순서, 퍼뮤트, transpose',
  drawing: 'permuting',
  inputs: 1,
  params: { dims: axes([2, 1]) },
  face: ['dims'],
  positional: ['dims'],
  traits: () => ({ passesValues: true, positions: 'moved' }),
  shape: ([x], { dims }) => permuted(x, dims),
  docs: {
    en: {
      name: 'Permute',
      about: 'Puts the axes into another order, e.g. to swap time steps and features.',
      params: { dims: 'New order of the axes, counted from 1' },
    },
    ko: {
      name: 'Permute',
      about: '축의 순서를 바꿔요. 타임스텝과 특성을 맞바꿀 때 써요.',
      params: { dims: '축의 새로운 순서. 1부터 셈' },
    },
  },
  examples: [
    { params: {}, in: [[10, 64]], out: [64, 10], weights: 0 },
    { params: { dims: [3, 1, 2] }, in: [[4, 5, 6]], out: [6, 4, 5], weights: 0 },
  ],
});

import { defineBrick } from '../src/brick/brick';
import { type Dimension, type Shape, ShapeError, needsRank } from '../src/brick/shape';

/** Keras's `Merge._compute_elemwise_op_output_shape`: axes are matched from the last; 1 stretches. */
function broadcast(left: Shape, right: Shape, shapes: readonly Shape[]): Shape {
  const [long, short] = left.length >= right.length ? [left, right] : [right, left];
  const offset = long.length - short.length;
  return long.map((size, axis): Dimension => {
    const other = axis < offset ? 1 : short[axis - offset]!;
    if (axis < offset) return size;
    if (size === null || other === null) return null;
    if (size !== other && size !== 1 && other !== 1) throw new ShapeError('inputsDiffer', { shapes, axis });
    return size === 1 ? other : size;
  });
}

export default defineBrick({
  type: 'add',
  category: 'merge',
  layer: { tfjs: 'add', keras: 'Add' },
  page: 'merging_layers/add',
  inputs: 'many',
  params: {},
  face: [],
  shape(inputs) {
    if (inputs.length < 2) throw new ShapeError('tooFewInputs', { need: 2, have: inputs.length });
    for (const x of inputs) needsRank(x, 1, 2, 3);
    return inputs.reduce((sum, x) => broadcast(sum, x, inputs));
  },
  docs: {
    en: {
      name: 'Add',
      about: 'Adds its inputs value by value: the shortcut of a residual network.',
      params: {},
    },
    ko: { name: 'Add', about: '입력들을 값끼리 더합니다. 잔차 신경망의 지름길에 쓰입니다.', params: {} },
  },
  examples: [
    {
      params: {},
      in: [
        [14, 14, 8],
        [14, 14, 8],
      ],
      out: [14, 14, 8],
      weights: 0,
    },
    { params: {}, in: [[5], [5], [5]], out: [5], weights: 0 },
    {
      params: {},
      in: [
        [4, 3, 2],
        [1, 1, 2],
      ],
      out: [4, 3, 2],
      weights: 0,
    },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { axes, toggle } from '../../src/brick/fields';
import { needsInputs } from '../../src/brick/layers/merge';
import { type Shape, ShapeError, axisPlace, needsRank } from '../../src/brick/shape';

/** Places of the two summed axes in the shapes; Keras counts the batch as axis 0. Throws `ShapeError`. */
function places(inputs: readonly Shape[], axes: readonly number[]): [number, number] {
  needsInputs(inputs, { most: 2 });
  const [first, second] = axes.map((axis, port) => {
    return axisPlace(needsRank(inputs[port], 1, 2, 3), axis);
  }) as [number, number];
  if (inputs[0]![first] !== inputs[1]![second]) throw new ShapeError('inputsDiffer', { shapes: inputs, axis: null });
  return [first, second];
}

export default defineBrick({
  type: 'dot',
  category: 'merge',
  layer: { tfjs: 'dot', keras: 'Dot' },
  page: 'merging_layers/dot',
  also: '내적',
  drawing: 'dot',
  inputs: 'many',
  params: { axes: axes([-1, -1], { pair: true }), normalize: toggle(false) },
  face: ['axes'],
  positional: ['axes'],
  traits: () => ({ positions: 'mixed', multiplies: 'inputs' }),
  // tf.layers.dot takes vectors and sequences only.
  own: (_, inputs) => (inputs.some((x) => x.length > 2) ? 'merge/wideDot' : null),
  shape(inputs, { axes }) {
    const [first, second] = places(inputs, axes);
    const out = [...inputs[0]!.toSpliced(first, 1), ...inputs[1]!.toSpliced(second, 1)];
    return out.length === 0 ? [1] : out;
  },
  args: ({ axes, normalize }, inputs) => ({ axes: places(inputs, axes).map((place) => place + 1), normalize }),
  kerasArgs: ({ axes, normalize }) => ({ axes, normalize }),
  docs: {
    en: {
      name: 'Dot',
      about:
        'Dot product of its two inputs along one axis each, for example the similarity of two vectors or attention between two sequences.',
      params: {
        axes: 'The axis of the first and of the second input that are summed over; −1 is the last, 0 would be the batch',
        normalize: 'Normalizes all vectors to length 1 first, so that the result is the cosine similarity',
      },
    },
    ko: {
      name: 'Dot',
      about: '두 입력을 각각 한 축을 따라 곱해 더해요(내적). 두 벡터의 유사도나 시퀀스 사이의 어텐션을 계산할 때 써요.',
      params: {
        axes: '첫 번째와 두 번째 입력에서 곱해 더할 축. −1은 마지막 축, 0은 배치 축',
        normalize: '먼저 모든 벡터의 길이를 1로 맞춤. 결과는 코사인 유사도',
      },
    },
  },
  examples: [
    { params: {}, in: [[8], [8]], out: [1], weights: 0 },
    { params: { normalize: true }, in: [[5, 3], [3]], out: [5], weights: 0 },
    {
      params: { axes: [1, 2] },
      in: [
        [3, 5],
        [10, 3],
      ],
      out: [5, 10],
      weights: 0,
    },
    { params: { axes: [3, 1] }, in: [[4, 6, 3], [3]], out: [4, 6], weights: 0 },
  ],
});

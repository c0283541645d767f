import { defineBrick } from '../../src/brick/brick';
import { integer } from '../../src/brick/fields';
import { fromFront, joining, needsInputs } from '../../src/brick/layers/merge';
import { type Dimension, ShapeError, axisPlace, elements, needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'concatenate',
  category: 'merge',
  layer: { tfjs: 'concatenate', keras: 'Concatenate' },
  page: 'merging_layers/concatenate',
  also: '이어 붙이기, 연결, 병합, concat, merge',
  drawing: 'concatenate',
  inputs: 'many',
  params: { axis: integer(-1, { min: -5, max: 5 }) },
  face: ['axis'],
  everyday: true,
  traits: ({ axis }, [first]) => ({ range: 'kept', ...joining(fromFront(axis, first!)) }),
  shape(inputs, { axis }) {
    needsInputs(inputs);
    const first = inputs[0]!;
    for (const x of inputs) needsRank(x, 1, 2, 3);
    const index = axisPlace(first, axis);
    if (inputs.some((x) => x.length !== first.length))
      throw new ShapeError('inputsDiffer', { shapes: inputs, axis: null });
    return first.map((_, at): Dimension => {
      const sizes = inputs.map((x): Dimension => x[at]!);
      if (at === index) return sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size));
      const known = sizes.filter((size) => size !== null);
      if (new Set(known).size > 1) throw new ShapeError('inputsDiffer', { shapes: inputs, axis: at });
      return known.length === sizes.length ? known[0]! : null;
    });
  },
  own: (_, inputs) => (inputs.some((x) => elements(x) === null) ? 'merge/openConcatenate' : null),
  // tfjs takes every negative axis for the last one.
  args: ({ axis }, [first]) => ({ axis: fromFront(axis, first!) }),
  kerasArgs: ({ axis }) => ({ axis }),
  docs: {
    en: {
      name: 'Concatenate',
      about: 'Joins its inputs along one axis, usually the channels. All other axes must be equal.',
      params: { axis: 'The axis that grows; −1 is the last, 0 would be the batch' },
    },
    ko: {
      name: 'Concatenate',
      about: '입력들을 한 축(보통 채널)을 따라 이어 붙여요. 나머지 축의 크기는 모두 같아야 해요.',
      params: { axis: '이어 붙일 축. −1은 마지막 축, 0은 배치 축' },
    },
  },
  examples: [
    {
      params: {},
      in: [
        [14, 14, 8],
        [14, 14, 16],
      ],
      out: [14, 14, 24],
      weights: 0,
    },
    {
      params: { axis: 1 },
      in: [
        [2, 3, 4],
        [5, 3, 4],
      ],
      out: [7, 3, 4],
      weights: 0,
    },
    { params: {}, in: [[3], [4], [5]], out: [12], weights: 0 },
  ],
});

import { axesFromKeras, axesOf, kerasAxis } from '../../src/brick/axes';
import { defineBrick } from '../../src/brick/brick';
import { axes } from '../../src/brick/fields';
import { axisPlace, needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'unitNormalization',
  category: 'normalization',
  layer: { tfjs: 'unitNormalization', keras: 'UnitNormalization' },
  page: 'normalization_layers/unit_normalization',
  drawing: 'unitNormalization',
  inputs: 1,
  own: () => 'normalization/unitNormalization',
  params: { axis: axes([-1]) },
  face: [],
  traits: () => ({ range: 'free', scales: true, mask: 'passes', refusesWhole: true }),
  shape([x], { axis }) {
    const shape = needsRank(x, 1, 2, 3, 4);
    for (const one of axis) axisPlace(shape, one);
    return shape;
  },
  args: ({ axis }, [x]) => ({ axis: axesOf(x!, axis) }),
  kerasArgs: ({ axis }, [x]) => kerasAxis(x!, axis),
  fromKeras: ({ axis }) => axesFromKeras(axis),
  docs: {
    en: {
      name: 'UnitNormalization',
      about: 'Scales every vector to length 1, so that only its direction matters.',
      params: { axis: 'The axes whose values make one vector; −1 is the last' },
    },
    ko: {
      name: 'UnitNormalization',
      about: '모든 벡터의 길이를 1로 맞추어 방향만 남겨요.',
      params: { axis: '한 벡터를 이루는 축. −1은 마지막 축' },
    },
  },
  examples: [
    { params: {}, in: [[10, 16]], out: [10, 16], weights: 0 },
    { params: { axis: [1, 2] }, in: [[4, 6, 3]], out: [4, 6, 3], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { elementwise, leavingOut, stretches } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'minimum',
  layer: { tfjs: 'minimum', keras: 'Minimum' },
  page: 'merging_layers/minimum',
  also: '최솟값',
  drawing: 'minimum',
  traits: () => ({ ...leavingOut('merge/maskedMinimum'), range: 'kept' }),
  // The gradient of tf.layers.minimum does not shrink back to a stretched input.
  own: (_, inputs) => (stretches(inputs) ? 'merge/broadcastMinimum' : null),
  docs: {
    en: {
      name: 'Minimum',
      about: 'Takes the elementwise minimum of its inputs.',
      params: {},
    },
    ko: { name: 'Minimum', about: '입력들 중 가장 작은 값을 위치마다 남겨요.', params: {} },
  },
});

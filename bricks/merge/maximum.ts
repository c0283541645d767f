import { defineBrick } from '../../src/brick/brick';
import { elementwise, leavingOut, stretches } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'maximum',
  layer: { tfjs: 'maximum', keras: 'Maximum' },
  page: 'merging_layers/maximum',
  also: '최댓값',
  drawing: 'maximum',
  traits: () => ({ ...leavingOut('merge/maskedMaximum'), range: 'kept' }),
  // The gradient of tf.layers.maximum does not shrink back to a stretched input.
  own: (_, inputs) => (stretches(inputs) ? 'merge/broadcastMaximum' : null),
  docs: {
    en: {
      name: 'Maximum',
      about: 'Takes the elementwise maximum of its inputs.',
      params: {},
    },
    ko: { name: 'Maximum', about: '입력들 중 가장 큰 값을 위치마다 남겨요.', params: {} },
  },
});

import { defineBrick } from '../../src/brick/brick';
import { elementwise } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'average',
  traits: () => ({ ...elementwise.traits(), range: 'kept' }),
  layer: { tfjs: 'average', keras: 'Average' },
  page: 'merging_layers/average',
  drawing: 'average',
  docs: {
    en: {
      name: 'Average',
      about: 'Takes the mean of its inputs value by value, so that several branches decide together.',
      params: {},
    },
    ko: { name: 'Average', about: '입력들을 값끼리 평균합니다. 여러 갈래의 의견을 모을 때 씁니다.', params: {} },
  },
});

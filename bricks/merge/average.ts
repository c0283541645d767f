import { defineBrick } from '../../src/brick/brick';
import { elementwise } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'average',
  traits: () => ({ ...elementwise.traits(), range: 'kept' }),
  layer: { tfjs: 'average', keras: 'Average' },
  page: 'merging_layers/average',
  also: '평균 내기',
  drawing: 'average',
  docs: {
    en: {
      name: 'Average',
      about: 'Averages its inputs elementwise, to combine several branches.',
      params: {},
    },
    ko: {
      name: 'Average',
      about: '입력들을 같은 위치의 값끼리 평균해요. 여러 갈래의 결과를 모을 때 써요.',
      params: {},
    },
  },
});

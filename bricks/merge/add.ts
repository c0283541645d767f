import { defineBrick } from '../../src/brick/brick';
import { elementwise } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'add',
  traits: () => ({ ...elementwise.traits(), range: 'free' }),
  layer: { tfjs: 'add', keras: 'Add' },
  page: 'merging_layers/add',
  drawing: 'add',
  everyday: true,
  docs: {
    en: {
      name: 'Add',
      about: 'Adds its inputs value by value: the shortcut of a residual network.',
      params: {},
    },
    ko: { name: 'Add', about: '입력들을 값끼리 더합니다. 잔차 신경망의 지름길에 쓰입니다.', params: {} },
  },
});

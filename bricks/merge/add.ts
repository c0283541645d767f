import { defineBrick } from '../../src/brick/brick';
import { elementwise } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'add',
  traits: () => ({ ...elementwise.traits(), range: 'free' }),
  layer: { tfjs: 'add', keras: 'Add' },
  page: 'merging_layers/add',
  also: '더하기, 원소별, 요소별, 잔차 연결, 지름길, 스킵 연결, 숏컷, residual, skip connection, shortcut',
  drawing: 'add',
  everyday: true,
  docs: {
    en: {
      name: 'Add',
      about: 'Adds its inputs elementwise, as in the shortcut of a residual network.',
      params: {},
    },
    ko: { name: 'Add', about: '입력들을 같은 위치의 값끼리 더해요. 잔차 연결에 쓰여요.', params: {} },
  },
});

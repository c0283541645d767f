import { defineBrick } from '../../src/brick/brick';
import { elementwise, leavingOut } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'multiply',
  layer: { tfjs: 'multiply', keras: 'Multiply' },
  page: 'merging_layers/multiply',
  also: '곱하기',
  drawing: 'multiply',
  traits: () => leavingOut('merge/maskedMultiply'),
  docs: {
    en: {
      name: 'Multiply',
      about: 'Multiplies its inputs elementwise; one branch can gate another.',
      params: {},
    },
    ko: {
      name: 'Multiply',
      about: '입력들을 같은 위치의 값끼리 곱해요. 한 갈래가 다른 갈래를 여닫는 게이트처럼 쓰여요.',
      params: {},
    },
  },
});

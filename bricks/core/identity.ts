import { defineBrick } from '../../src/brick/brick';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'identity',
  category: 'core',
  layer: { tfjs: 'activation', tfjsClass: 'Activation', keras: 'Identity' },
  page: 'core_layers/identity',
  drawing: 'activation',
  inputs: 1,
  params: {},
  face: [],
  traits: () => ({ passesValues: true, mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  args: () => ({ activation: 'linear' }),
  kerasArgs: () => ({}),
  docs: {
    en: {
      name: 'Identity',
      about: 'Hands its input on as it is: a place for another brick, or a name for what lies in between.',
      params: {},
    },
    ko: {
      name: 'Identity',
      about: '입력을 그대로 내보내요. 다른 브릭이 올 자리를 두거나 중간 결과에 이름을 붙일 때 써요.',
      params: {},
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: {}, in: [[10]], out: [10], weights: 0 },
  ],
});

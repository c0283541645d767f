import { defineBrick } from '../../src/brick/brick';
import { toggle } from '../../src/brick/fields';
import {
  gateFields,
  gateWords,
  recurrentFields,
  recurrentShape,
  recurrentTraits,
  recurrentWeights,
  recurrentWords,
  unitForgetBias,
} from '../../src/brick/layers/recurrent';

export default defineBrick({
  type: 'lstm',
  category: 'recurrent',
  layer: { tfjs: 'lstm', keras: 'LSTM' },
  page: 'recurrent_layers/lstm',
  also: '장단기 메모리, 순환층, 순환 신경망, RNN, recurrent',
  drawing: 'chainWithCell',
  paper: 'https://www.bioinf.jku.at/publications/older/2604.pdf',
  inputs: 1,
  params: { ...recurrentFields, ...gateFields, unitForgetBias: toggle(true, { advanced: true }) },
  face: ['units', 'returnSequences', 'stateful'],
  everyday: true,
  positional: ['units'],
  ownDefaults: true,
  traits: recurrentTraits,
  own: () => 'recurrent/lstm',
  shape: ([x], params) => recurrentShape(x, params),
  weights: ([x], params) => recurrentWeights(x, params, 4),
  initializers: (params) => (params.unitForgetBias ? { bias: unitForgetBias(params.biasInitializer) } : {}),
  docs: {
    en: {
      name: 'LSTM',
      about:
        'A recurrent layer with long short-term memory: reads a sequence step by step, and gates decide what it keeps.',
      params: {
        ...recurrentWords.en,
        ...gateWords.en,
        unitForgetBias: 'The forget gate starts open, so that nothing is forgotten at first',
      },
    },
    ko: {
      name: 'LSTM',
      about: '장단기 메모리를 가진 순환층이에요. 시퀀스를 차례로 읽으며 무엇을 기억할지 게이트가 정해요.',
      params: {
        ...recurrentWords.ko,
        ...gateWords.ko,
        unitForgetBias: '망각 게이트를 열어 둔 채 시작하여 처음에는 아무것도 잊지 않게 함',
      },
    },
  },
  examples: [
    { params: {}, in: [[null, 1]], out: [32], weights: 4352 },
    { params: { units: 128 }, in: [[200, 128]], out: [128], weights: 131_584 },
    { params: { units: 3, returnSequences: true, useBias: false }, in: [[5, 2]], out: [5, 3], weights: 60 },
    { params: { units: 3 }, in: [[1, 4]], out: [3], weights: 96 },
  ],
});

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
} from '../../src/brick/layers/recurrent';

export default defineBrick({
  type: 'gru',
  category: 'recurrent',
  layer: { tfjs: 'gru', keras: 'GRU' },
  page: 'recurrent_layers/gru',
  also: '게이트 순환 유닛, 순환층, 순환 신경망, RNN, recurrent',
  drawing: 'chain',
  paper: 'https://arxiv.org/abs/1406.1078',
  inputs: 1,
  params: { ...recurrentFields, ...gateFields, resetAfter: toggle(true, { advanced: true }) },
  face: ['units', 'returnSequences', 'stateful'],
  everyday: true,
  positional: ['units'],
  ownDefaults: true,
  traits: recurrentTraits,
  own: () => 'recurrent/gru',
  shape: ([x], params) => recurrentShape(x, params),
  weights: ([x], params) => recurrentWeights(x, params, 3, params.resetAfter ? [2] : []),
  docs: {
    en: {
      name: 'GRU',
      about: 'A recurrent layer with two gates: simpler and faster than LSTM, often as good.',
      params: {
        ...recurrentWords.en,
        ...gateWords.en,
        resetAfter: 'Applies the reset gate after the matrix multiplication, as Keras and cuDNN do',
      },
    },
    ko: {
      name: 'GRU',
      about: '게이트가 두 개인 순환층이에요. LSTM보다 단순하고 빠르며 성능은 비슷한 경우가 많아요.',
      params: {
        ...recurrentWords.ko,
        ...gateWords.ko,
        resetAfter: '리셋 게이트를 행렬 곱 다음에 적용함. Keras와 cuDNN의 방식',
      },
    },
  },
  examples: [
    { params: {}, in: [[null, 1]], out: [32], weights: 3360 },
    { params: { units: 4, resetAfter: false, returnSequences: true }, in: [[7, 3]], out: [7, 4], weights: 96 },
    { params: { units: 4, useBias: false }, in: [[7, 3]], out: [4], weights: 84 },
    { params: { units: 3 }, in: [[1, 4]], out: [3], weights: 81 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import {
  recurrentFields,
  recurrentShape,
  recurrentTraits,
  recurrentWeights,
  recurrentWords,
} from '../../src/brick/layers/recurrent';

export default defineBrick({
  type: 'simpleRnn',
  category: 'recurrent',
  layer: { tfjs: 'simpleRNN', keras: 'SimpleRNN' },
  page: 'recurrent_layers/simple_rnn',
  also: '순환층, 순환 신경망, RNN, recurrent',
  drawing: 'chain',
  inputs: 1,
  params: recurrentFields,
  face: ['units', 'returnSequences', 'stateful'],
  positional: ['units'],
  ownDefaults: true,
  traits: recurrentTraits,
  own: () => 'recurrent/simpleRnn',
  shape: ([x], params) => recurrentShape(x, params),
  weights: ([x], params) => recurrentWeights(x, params, 1),
  docs: {
    en: {
      name: 'SimpleRNN',
      about:
        'The simplest recurrent layer: the output of one time step goes into the next. It forgets faster than LSTM and GRU.',
      params: recurrentWords.en,
    },
    ko: {
      name: 'SimpleRNN',
      about: '가장 단순한 순환층이에요. 한 타임스텝의 출력이 다음 타임스텝에 들어가요. LSTM이나 GRU보다 빨리 잊어요.',
      params: recurrentWords.ko,
    },
  },
  examples: [
    { params: {}, in: [[null, 1]], out: [32], weights: 1088 },
    { params: { units: 3, returnSequences: true }, in: [[5, 2]], out: [5, 3], weights: 18 },
    { params: { units: 3 }, in: [[1, 4]], out: [3], weights: 24 },
  ],
});

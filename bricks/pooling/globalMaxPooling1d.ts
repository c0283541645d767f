import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { globalFields, pooledWhole, poolingWords } from '../../src/brick/layers/pooling';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'globalMaxPooling1d',
  category: 'pooling',
  layer: { tfjs: 'globalMaxPooling1d', keras: 'GlobalMaxPooling1D' },
  page: 'pooling_layers/global_max_pooling1d',
  also: '전역 최대 풀링, 글로벌 맥스 풀링, GMP, global max pooling',
  drawing: 'wholeMax',
  inputs: 1,
  params: globalFields,
  face: [],
  traits: () => ({ range: 'kept', positions: 'mixed' }),
  shape: ([x], { keepdims }) => pooledWhole(x, spatial.sequence, keepdims),
  own: ({ keepdims }) => (keepdims ? 'pooling/globalPooling' : null),
  args: ({ keepdims }): Arguments => (keepdims ? { operation: 'max', keepdims } : {}),
  kerasArgs: ({ keepdims }) => ({ keepdims }),
  docs: {
    en: {
      name: 'GlobalMaxPooling1D',
      about: 'Keeps the largest value of every feature over all time steps.',
      params: poolingWords.whole.en,
    },
    ko: {
      name: 'GlobalMaxPooling1D',
      about: '특성마다 모든 타임스텝에서 가장 큰 값만 남겨요.',
      params: poolingWords.whole.ko,
    },
  },
  examples: [
    { params: {}, in: [[120, 64]], out: [64], weights: 0 },
    { params: { keepdims: true }, in: [[5, 3]], out: [1, 3], weights: 0 },
  ],
});

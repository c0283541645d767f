import { defineBrick } from '../../src/brick/brick';
import { globalFields, pooledWhole, poolingWords } from '../../src/brick/layers/pooling';
import { spatial } from '../../src/brick/layers/sliding';

export default defineBrick({
  type: 'globalAveragePooling1d',
  category: 'pooling',
  layer: { tfjs: 'globalAveragePooling1d', keras: 'GlobalAveragePooling1D' },
  page: 'pooling_layers/global_average_pooling1d',
  also: '전역 평균 풀링, 글로벌 평균 풀링, GAP, global average pooling',
  drawing: 'wholeAverage',
  inputs: 1,
  params: globalFields,
  face: [],
  traits: () => ({ range: 'kept', positions: 'mixed', readsMask: true }),
  shape: ([x], { keepdims }) => pooledWhole(x, spatial.sequence, keepdims),
  own: () => 'pooling/globalPooling',
  args: ({ keepdims }) => ({ operation: 'average', keepdims }),
  kerasArgs: ({ keepdims }) => ({ keepdims }),
  docs: {
    en: {
      name: 'GlobalAveragePooling1D',
      about: 'Keeps the mean of every feature over all time steps; masked steps are skipped.',
      params: poolingWords.whole.en,
    },
    ko: {
      name: 'GlobalAveragePooling1D',
      about: '특성마다 모든 타임스텝의 평균을 구해요. 마스킹된 타임스텝은 계산에서 빼요.',
      params: poolingWords.whole.ko,
    },
  },
  examples: [
    { params: {}, in: [[120, 64]], out: [64], weights: 0 },
    { params: { keepdims: true }, in: [[5, 3]], out: [1, 3], weights: 0 },
  ],
});

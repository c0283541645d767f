import { defineBrick } from '../../src/brick/brick';
import type { InnerLayer } from '../../src/brick/call';
import { choice, layer } from '../../src/brick/fields';
import { ShapeError, needsRank } from '../../src/brick/shape';

/** The same layer in the other direction. */
function backward(inner: InnerLayer): InnerLayer {
  const { args, written } = inner.call;
  const silent = written.silent.filter((name) => name !== 'goBackwards');
  return { ...inner, call: { ...inner.call, args: { ...args, goBackwards: true }, written: { ...written, silent } } };
}

export default defineBrick({
  type: 'bidirectional',
  category: 'wrapper',
  layer: { tfjs: 'bidirectional', keras: 'Bidirectional' },
  page: 'recurrent_layers/bidirectional',
  also: '양방향, 바이디렉셔널, RNN, 순환층',
  paper: 'https://doi.org/10.1109/78.650093',
  inputs: 1,
  params: {
    layer: layer({ type: 'lstm', params: {} }),
    mergeMode: choice(['concat', 'sum', 'mul', 'ave'], 'concat'),
  },
  face: ['layer', 'mergeMode'],
  everyday: true,
  positional: ['layer'],
  ownDefaults: true,
  traits: () => ({ positions: 'mixed' }),
  own: () => 'recurrent/bidirectional',
  wraps: {
    accepts: ({ params }) => 'goBackwards' in params,
    inner: ([x], { layer: { params } }) => {
      if (params['goBackwards'] !== true) return needsRank(x, 2);
      // Keras turns only the second copy, and refuses two that read alike.
      throw new ShapeError('parameterMismatch', { param: 'layer.goBackwards', value: 'true', allowed: 'false' });
    },
    shape: (inner, _, { mergeMode }) => (mergeMode === 'concat' ? [...inner.slice(0, -1), 2 * inner.at(-1)!] : inner),
    copies: ['forward/', 'backward/'],
    args: (inner) => ({ backwardLayer: { role: 'layer', layer: backward(inner) } }),
  },
  shape: ([x]) => needsRank(x, 2),
  docs: {
    en: {
      name: 'Bidirectional',
      about: 'Reads a sequence forwards and backwards with two copies of the inner layer and merges their outputs.',
      params: { layer: 'The recurrent brick, once for each direction', mergeMode: 'How the two outputs are merged' },
    },
    ko: {
      name: 'Bidirectional',
      about: '안에 든 순환층 두 개가 시퀀스를 양 끝에서 읽고, 두 결과를 합쳐요.',
      params: { layer: '방향마다 하나씩 두는 순환층', mergeMode: '두 출력을 합치는 방법' },
    },
  },
  examples: [
    { params: {}, in: [[null, 8]], out: [64], weights: 10_496 },
    {
      params: { layer: { type: 'gru', params: { units: 4, returnSequences: true } }, mergeMode: 'sum' },
      in: [[6, 3]],
      out: [6, 4],
      weights: 216,
    },
    {
      params: { layer: { type: 'simpleRnn', params: { units: 4 } }, mergeMode: 'ave' },
      in: [[1, 3]],
      out: [4],
      weights: 64,
    },
  ],
});

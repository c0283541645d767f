import { defineBrick } from '../../src/brick/brick';
import { activation, integer } from '../../src/brick/fields';
import { type Shape, ShapeError, needsRank } from '../../src/brick/shape';
import { biasFields, kernelFields, weightWords } from '../../src/brick/layers/weighted';

/** Features of a vector, or of every step of a sequence. Throws `ShapeError` for an image or an unknown size. */
function features(x: Shape | undefined): number {
  const shape = needsRank(x, 1, 2);
  const axis = shape.length - 1;
  const size = shape[axis];
  if (size === null || size === undefined) throw new ShapeError('unknownAxis', { axis, shape });
  return size;
}

export default defineBrick({
  type: 'dense',
  category: 'core',
  layer: { tfjs: 'dense', keras: 'Dense' },
  page: 'core_layers/dense',
  also: '완전 연결 층, 완전연결층, 전결합층, 밀집층, 덴스, 은닉층, 출력층, 아웃풋 레이어, 뉴런, 노드, 편향, 절편, 바이어스, 초깃값, 초기화 방법, 이니셜라이저, 제약, 제한, FC, fully connected, linear',
  drawing: 'links',
  inputs: 1,
  params: { units: integer(64), activation: activation(), ...biasFields, ...kernelFields },
  face: ['units', 'activation'],
  everyday: true,
  positional: ['units'],
  alongLast: true,
  traits: (_, [x]) => ({ mask: 'passes', ...(x?.length === 1 && { positions: 'mixed' }) }),
  shape([x], { units }) {
    features(x);
    return [...x!.slice(0, -1), units];
  },
  weights: ([x], { units, useBias }) => ({ kernel: [features(x), units], ...(useBias ? { bias: [units] } : {}) }),
  docs: {
    en: {
      name: 'Dense',
      about:
        'Fully connected layer: connects every input to every output neuron. Takes a vector; put Flatten before it for images.',
      params: {
        ...weightWords.en,
        units: 'Number of output neurons',
        activation: 'Function applied to every output',
      },
    },
    ko: {
      name: 'Dense',
      about:
        '모든 입력 뉴런과 출력 뉴런을 연결하는 완전 연결 층이에요. 벡터를 받으므로 이미지라면 앞에 Flatten이 필요해요.',
      params: { ...weightWords.ko, units: '출력 뉴런(유닛) 수', activation: '출력마다 적용하는 활성화 함수' },
    },
  },
  examples: [
    { params: { units: 10, activation: 'softmax' }, in: [[784]], out: [10], weights: 7850 },
    { params: { units: 3, useBias: false }, in: [[5]], out: [3], weights: 15 },
    { params: { units: 4, activation: 'tanh' }, in: [[6, 8]], out: [6, 4], weights: 36 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { integer, toggle } from '../../src/brick/fields';
import { constraint, initializer, regularizer } from '../../src/brick/namedFields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'embedding',
  category: 'core',
  layer: { tfjs: 'embedding', keras: 'Embedding' },
  page: 'core_layers/embedding',
  also: '임베딩, 단어 벡터, 워드 임베딩, word vectors',
  drawing: 'lookup',
  inputs: 1,
  params: {
    inputDim: integer(20_000),
    outputDim: integer(128),
    maskZero: toggle(false),
    embeddingsInitializer: initializer('randomUniform'),
    embeddingsRegularizer: regularizer(),
    embeddingsConstraint: constraint(),
  },
  face: ['inputDim', 'outputDim', 'maskZero'],
  everyday: true,
  positional: ['inputDim', 'outputDim'],
  traits: ({ inputDim, maskZero }) => ({
    vocabulary: inputDim,
    positions: 'new',
    ...(maskZero && {
      mask: 'makes',
      maskLayer: { own: 'mask/nonZero', args: {}, silences: 'maskZero' },
    }),
  }),
  shape: ([x], { outputDim }) => [...needsRank(x, 1, 2, 3), outputDim],
  weights: (_, { inputDim, outputDim }) => ({ embeddings: [inputDim, outputDim] }),
  docs: {
    en: {
      name: 'Embedding',
      about: 'Turns word indices into learned vectors, one for every word of the vocabulary.',
      params: {
        inputDim: 'Size of the vocabulary: every word index is below it',
        outputDim: 'Length of one word vector',
        maskZero: 'Lets the layers after it skip index 0, the padding',
        embeddingsInitializer: 'Initializer of the vectors',
        embeddingsRegularizer: 'Penalty in the loss that keeps the vectors small',
        embeddingsConstraint: 'Constraint on the vectors after every update',
      },
    },
    ko: {
      name: 'Embedding',
      about: '단어 번호를 의미를 담은 벡터로 바꿔요. 단어마다 벡터 하나를 학습해요.',
      params: {
        inputDim: '어휘의 크기. 모든 단어 번호는 이보다 작아야 함',
        outputDim: '단어 벡터 하나의 길이',
        maskZero: '다음 층들이 패딩인 0번을 건너뛰게 함',
        embeddingsInitializer: '벡터 초기화 방법',
        embeddingsRegularizer: '벡터가 커지지 않도록 손실에 더하는 규제 항',
        embeddingsConstraint: '갱신할 때마다 벡터에 거는 제약',
      },
    },
  },
  examples: [
    { params: {}, in: [[200]], out: [200, 128], weights: 2_560_000 },
    { params: { inputDim: 50, outputDim: 8, maskZero: true }, in: [[null]], out: [null, 8], weights: 400 },
    { params: { inputDim: 9, outputDim: 2 }, in: [[3, 4]], out: [3, 4, 2], weights: 18 },
  ],
});

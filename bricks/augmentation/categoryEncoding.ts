import { defineBrick } from '../../src/brick/brick';
import { integer } from '../../src/brick/fields';
import { encodedOnly, encodedShape, encodingWords } from '../../src/brick/layers/encoded';

export default defineBrick({
  type: 'categoryEncoding',
  category: 'augmentation',
  layer: { tfjs: 'categoryEncoding', keras: 'CategoryEncoding' },
  page: 'preprocessing_layers/categorical/category_encoding',
  also: '원핫, 원-핫 인코딩, 멀티핫, 범주, 카테고리, one-hot, multi-hot, bag of words',
  drawing: 'encoding',
  inputs: 1,
  own: () => 'preparation/categoryEncoding',
  params: { numTokens: integer(10), outputMode: encodedOnly() },
  without: { sparse: false },
  always: ['numTokens'],
  face: ['numTokens', 'outputMode'],
  traits: ({ numTokens }) => ({ scales: true, vocabulary: numTokens, positions: 'new' }),
  shape: ([x], { numTokens, outputMode }) => encodedShape(x, outputMode, numTokens),
  docs: {
    en: {
      name: 'CategoryEncoding',
      about: 'Writes whole numbers, such as categories or words, as rows of zeros and ones.',
      params: { numTokens: 'How many numbers there are: each is below it', outputMode: encodingWords.en.only },
    },
    ko: {
      name: 'CategoryEncoding',
      about: '범주나 단어 번호 같은 정수를 0과 1로 된 행으로 바꿔요.',
      params: { numTokens: '번호의 개수. 모든 번호는 이보다 작아야 함', outputMode: encodingWords.ko.only },
    },
  },
  examples: [
    { params: { numTokens: 5 }, in: [[7]], out: [5], weights: 0 },
    { params: { numTokens: 4, outputMode: 'one_hot' }, in: [[1]], out: [4], weights: 0 },
    { params: { numTokens: 4, outputMode: 'one_hot' }, in: [[3]], out: [3, 4], weights: 0 },
    { params: { numTokens: 6, outputMode: 'count' }, in: [[null]], out: [6], weights: 0 },
  ],
});

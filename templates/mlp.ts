import dense from '../bricks/core/dense';
import dropout from '../bricks/dropout/dropout';
import flatten from '../bricks/shape/flatten';
import inputImage from '../bricks/data/inputImage';
import { defineTemplate } from '../src/document/template';

export default defineTemplate({
  id: 'mlp',
  title: 'MLP',
  group: 'start',
  about: {
    en: 'A multilayer perceptron: the digit as one long vector, without convolutions. Compare it with the CNN.',
    ko: '다층 퍼셉트론이에요. 합성곱 없이 숫자 이미지를 긴 벡터로 펼쳐 배워요. CNN과 비교해 볼 수 있어요.',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [10], weights: 101_770 },
  build(place) {
    let x = place(inputImage, {}, [], 'digit');
    x = place(flatten, {}, x);
    x = place(dense, { units: 128, activation: 'relu' }, x);
    x = place(dropout, { rate: 0.2 }, x);
    place(dense, { units: 10, activation: 'softmax' }, x, 'predictions');
  },
});

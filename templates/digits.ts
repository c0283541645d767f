import conv2d from '../bricks/convolution/conv2d';
import dense from '../bricks/core/dense';
import flatten from '../bricks/shape/flatten';
import inputImage from '../bricks/data/inputImage';
import maxPooling2d from '../bricks/pooling/maxPooling2d';
import { defineTemplate } from '../src/document/template';
import { optimizerSettings } from '../src/document/training/trainingChoices';

export default defineTemplate({
  id: 'digits',
  title: 'Digits CNN',
  group: 'start',
  about: {
    en: 'A small convolutional network that learns handwritten digits within a few epochs. Start here.',
    ko: '몇 에포크 만에 손글씨 숫자를 배우는 작은 합성곱 신경망이에요. 처음이라면 여기서 시작하세요.',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [10], weights: 5386 },
  training: {
    // 97 % of the validation digits after four to six epochs.
    epochs: 6,
    batchSize: 32,
    optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 0.003 } },
  },
  build(place) {
    let x = place(inputImage, {}, [], 'digit');
    x = place(conv2d, { filters: 8, kernelSize: [5, 5], activation: 'relu' }, x);
    x = place(maxPooling2d, {}, x);
    x = place(conv2d, { filters: 16, activation: 'relu' }, x);
    x = place(maxPooling2d, {}, x);
    x = place(flatten, {}, x);
    place(dense, { units: 10, activation: 'softmax' }, x, 'predictions');
  },
});

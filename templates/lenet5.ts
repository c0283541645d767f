import averagePooling2d from '../bricks/pooling/averagePooling2d';
import conv2d from '../bricks/convolution/conv2d';
import dense from '../bricks/core/dense';
import flatten from '../bricks/shape/flatten';
import inputImage from '../bricks/data/inputImage';
import { defineTemplate } from '../src/document/template';

export default defineTemplate({
  id: 'lenet5',
  title: 'LeNet-5',
  group: 'start',
  paper: 'http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf',
  about: {
    en: 'A network built to read handwritten digits on cheques, with tanh and average pooling (LeCun et al., 1998). 28×28 images are padded instead of using 32×32.',
    ko: '수표의 숫자를 읽던 신경망으로, tanh와 평균 풀링을 써요 (LeCun 외, 1998). 32×32 이미지 대신 28×28 이미지에 패딩을 넣어 써요.',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [10], weights: 61_706 },
  build(place) {
    let x = place(inputImage, {}, [], 'digit');
    x = place(conv2d, { filters: 6, kernelSize: [5, 5], padding: 'same', activation: 'tanh' }, x, 'c1');
    x = place(averagePooling2d, {}, x, 's2');
    x = place(conv2d, { filters: 16, kernelSize: [5, 5], activation: 'tanh' }, x, 'c3');
    x = place(averagePooling2d, {}, x, 's4');
    x = place(flatten, {}, x);
    x = place(dense, { units: 120, activation: 'tanh' }, x, 'c5');
    x = place(dense, { units: 84, activation: 'tanh' }, x, 'f6');
    place(dense, { units: 10, activation: 'softmax' }, x, 'output');
  },
});

import conv2d from '../bricks/conv2d';
import dense from '../bricks/dense';
import flatten from '../bricks/flatten';
import globalAveragePooling2d from '../bricks/globalAveragePooling2d';
import globalMaxPooling2d from '../bricks/globalMaxPooling2d';
import inputImage from '../bricks/inputImage';
import maxPooling2d from '../bricks/maxPooling2d';
import { choice, integer, shape, toggle } from '../src/brick/fields';
import { defineTemplate } from '../src/document/template';
import { optimizerSettings } from '../src/document/training';

/** Configuration D of the paper: five blocks of 3×3 convolutions, then three dense layers. */
const blocks = [
  { convs: 2, filters: 64 },
  { convs: 2, filters: 128 },
  { convs: 3, filters: 256 },
  { convs: 3, filters: 512 },
  { convs: 3, filters: 512 },
];

export default defineTemplate({
  id: 'vgg16',
  title: 'VGG16',
  paper: 'https://arxiv.org/abs/1409.1556',
  about: {
    en: 'Small 3×3 windows, stacked deep: the classic for pictures and for transfer learning (Simonyan & Zisserman, 2014).',
    ko: '작은 3×3 창을 깊게 쌓은 모델로, 영상 분류와 전이 학습의 고전입니다 (Simonyan & Zisserman, 2014).',
  },
  options: {
    includeTop: toggle(true),
    pooling: choice(['none', 'avg', 'max'], 'none'),
    classes: integer(1000),
    inputShape: shape([224, 224, 3], { rank: 3 }),
  },
  optionWords: {
    en: {
      includeTop: 'With the dense layers and the classes at the end',
      pooling: 'Without the top: how the last feature map becomes a vector',
      classes: 'How many classes the top tells apart',
      inputShape: 'Height, width and channels of the picture',
    },
    ko: {
      includeTop: '끝의 전결합층과 분류 출력을 포함',
      pooling: '분류기를 뺄 때 마지막 특징맵을 벡터로 바꾸는 방법',
      classes: '분류기가 구분할 클래스 수',
      inputShape: '영상의 높이, 너비, 채널 수',
    },
  },
  expect: { output: [1000], weights: 138_357_544 },
  training: { batchSize: 16, optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 1e-4 } } },
  backbone: { keras: 'VGG16', minimum: 32, preprocessing: 'caffe' },

  build(place, { includeTop, pooling, classes, inputShape }) {
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    blocks.forEach(({ convs, filters }, index) => {
      const block = `block${index + 1}`;
      place.block(
        block,
        () => {
          for (let conv = 1; conv <= convs; conv++) {
            x = place(conv2d, { filters, padding: 'same', activation: 'relu' }, x, `${block}_conv${conv}`);
          }
          x = place(maxPooling2d, {}, x, `${block}_pool`);
        },
        { folded: true },
      );
    });
    if (includeTop) {
      place.block('top', () => {
        x = place(flatten, {}, x);
        x = place(dense, { units: 4096, activation: 'relu' }, x, 'fc1');
        x = place(dense, { units: 4096, activation: 'relu' }, x, 'fc2');
        place(dense, { units: classes, activation: 'softmax' }, x, 'predictions');
      });
    } else if (pooling === 'avg') place(globalAveragePooling2d, {}, x);
    else if (pooling === 'max') place(globalMaxPooling2d, {}, x);
  },
});

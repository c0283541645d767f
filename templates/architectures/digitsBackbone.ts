import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../bricks/data/inputImage';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import { integer, shape } from '../../src/brick/fields';
import { defineTemplate } from '../../src/document/template';
import { optimizerSettings } from '../../src/document/training/trainingChoices';
import { applicationOptions, applicationWords, pooled } from './applicationOptions';

const minimum = 8;

/** Filters of the convolutions of each block; a block ends in max pooling, but for the last. */
const blocks = [[16, 16], [32, 32], [64]] as const;

/** Its weights in `public/digitsBackbone` come from the digits 0 to 4: see `e2e/public/trainDigitsBackbone.ts`. */
export default defineTemplate({
  id: 'digits-backbone',
  title: 'Digits backbone',
  names: { en: 'Digits backbone', ko: '숫자 백본' },
  group: 'architectures',
  about: {
    en: 'Five small convolutions, trained on the digits 0 to 4, that come with the page: a backbone for practice, offline.',
    ko: '숫자 0–4로 학습한 작은 합성곱 다섯 층으로, 페이지에 들어 있어 오프라인에서도 전이 학습을 연습할 수 있어요.',
  },
  options: {
    ...applicationOptions(28, minimum),
    classes: integer(5),
    inputShape: shape([28, 28, 1], { rank: 3, smallest: minimum }),
  },
  optionWords: applicationWords,
  expect: { output: [5], weights: 35_189 },
  training: {
    dataset: 'digits-0-4',
    epochs: 8,
    batchSize: 32,
    optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 0.002 } },
  },
  architecture: { keras: null, minimum, preprocessing: 'scale', source: 'digits', files: [] },

  build(place, { includeTop, pooling, classes, inputShape }) {
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    blocks.forEach((convs, index) => {
      const block = `block${index + 1}`;
      place.block(
        block,
        () => {
          convs.forEach((filters, conv) => {
            x = place(conv2d, { filters, padding: 'same', activation: 'relu' }, x, `${block}_conv${conv + 1}`);
          });
          if (index < blocks.length - 1) x = place(maxPooling2d, {}, x, `${block}_pool`);
        },
        { folded: true },
      );
    });
    if (!includeTop) return void pooled(place, x, pooling);
    place.block('top', () => {
      x = place(globalAveragePooling2d, {}, x);
      place(dense, { units: classes, activation: 'softmax' }, x, 'predictions');
    });
  },
});

import dense from '../bricks/core/dense';
import dropout from '../bricks/dropout/dropout';
import globalAveragePooling2d from '../bricks/pooling/globalAveragePooling2d';
import inputImage from '../bricks/data/inputImage';
import pretrainedBackbone from '../bricks/pretrained/pretrainedBackbone';
import { choice, integer, shape } from '../src/brick/fields';
import { defineTemplate } from '../src/document/template';
import { photosToCome } from '../src/document/training/datasetIds';
import { optimizerSettings } from '../src/document/training/trainingChoices';

/** One's own photos in minutes: MobileNet as ImageNet taught it, frozen, and a new head. */
export default defineTemplate({
  id: 'transfer',
  title: 'Own photos: transfer learning',
  names: { en: 'Own photos: transfer learning', ko: '내 사진으로 전이 학습' },
  group: 'imageToClasses',
  about: {
    en: 'MobileNet with frozen ImageNet weights and a small new head: classifies your own photos after a few seconds of training.',
    ko: 'ImageNet 가중치를 가진 MobileNet을 동결하고 작은 새 헤드만 학습하여, 몇 초 만에 내 사진을 구분해요.',
  },
  options: {
    classes: integer(2, { max: 1000 }),
    inputShape: shape([224, 224, 3], { rank: 3, smallest: 32 }),
    alpha: choice(['0.25', '0.5', '0.75', '1'], '1'),
  },
  optionWords: {
    en: {
      classes: 'Number of classes; 1 means yes or no',
      inputShape: 'Height, width and channels of the image',
      alpha: 'Width of MobileNet: smaller is faster but slightly less accurate',
    },
    ko: {
      classes: '사진의 클래스 수. 1이면 예/아니요',
      inputShape: '이미지의 높이, 너비, 채널 수',
      alpha: 'MobileNet의 너비. 작을수록 빠르지만 정확도는 조금 낮음',
    },
  },
  expect: { output: [2], weights: 3_230_914 },
  // A head of a few hundred weights over kept features takes ten times the usual rate.
  training: {
    dataset: photosToCome,
    epochs: 10,
    batchSize: 32,
    optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 0.01 } },
  },
  frozen: ['mobilenet'],
  build(place, { classes, inputShape, alpha }) {
    const backbone = { architecture: 'mobilenet', weights: 'imagenet', alpha: Number(alpha) } as const;
    const maps = place(
      pretrainedBackbone,
      backbone,
      place(inputImage, { shape: inputShape }, [], 'photo'),
      'mobilenet',
    );
    place.block('head', () => {
      const features = place(dropout, { rate: 0.2 }, place(globalAveragePooling2d, {}, maps));
      place(dense, { units: classes, activation: classes === 1 ? 'sigmoid' : 'softmax' }, features, 'predictions');
    });
  },
});

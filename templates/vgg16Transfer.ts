import dense from '../bricks/core/dense';
import dropout from '../bricks/dropout/dropout';
import flatten from '../bricks/shape/flatten';
import inputImage from '../bricks/data/inputImage';
import pretrainedBackbone from '../bricks/pretrained/pretrainedBackbone';
import { defineTemplate } from '../src/document/template';
import { photosToCome } from '../src/document/training/datasetIds';
import { optimizerSettings } from '../src/document/training/trainingChoices';

/** The classic of the courses: cats and dogs with a frozen VGG16. */
export default defineTemplate({
  id: 'vgg16-transfer',
  title: 'Cats and dogs: VGG16',
  names: { en: 'Cats and dogs: VGG16', ko: '고양이와 개: VGG16' },
  group: 'imageToYesNo',
  about: {
    en: 'VGG16 with frozen ImageNet weights, then Flatten, Dense 512, Dropout and one yes-or-no output. Fine-tune block5 afterwards.',
    ko: 'ImageNet 가중치를 가진 VGG16을 동결하고 Flatten, Dense 512, Dropout, 예/아니요 출력을 붙여요. 이어서 block5를 미세 조정해요.',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [1], weights: 27_560_769 },
  training: {
    dataset: photosToCome,
    loss: 'binaryCrossentropy',
    batchSize: 20,
    epochs: 10,
    optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 1e-4 } },
  },
  frozen: ['vgg16'],
  build(place) {
    const photo = place(inputImage, { shape: [224, 224, 3] }, [], 'photo');
    const maps = place(pretrainedBackbone, { architecture: 'vgg16', weights: 'imagenet' }, photo, 'vgg16');
    place.block('head', () => {
      const hidden = place(dense, { units: 512, activation: 'relu' }, place(flatten, {}, maps));
      place(dense, { units: 1, activation: 'sigmoid' }, place(dropout, { rate: 0.5 }, hidden), 'predictions');
    });
  },
});

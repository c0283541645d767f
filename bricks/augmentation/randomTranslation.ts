import { fillFields, fillWords, kerasRange, rangeFromKeras } from '../../src/brick/layers/augmentation';
import { defineBrick } from '../../src/brick/brick';
import { range } from '../../src/brick/ranges';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'randomTranslation',
  category: 'augmentation',
  layer: { tfjs: 'randomTranslation', keras: 'RandomTranslation' },
  page: 'preprocessing_layers/image_augmentation/random_translation',
  also: '이동, 평행 이동, 데이터 증강, 증강, 무작위 변형, 어그멘테이션, data augmentation',
  drawing: 'translation',
  inputs: 1,
  own: () => 'augmentation/randomTranslation',
  params: {
    heightFactor: range([-0.1, 0.1], { min: -1, max: 1 }),
    widthFactor: range([-0.1, 0.1], { min: -1, max: 1 }),
    ...fillFields,
  },
  face: ['heightFactor', 'widthFactor'],
  positional: ['heightFactor', 'widthFactor'],
  traits: () => ({ random: true, passesValues: true }),
  shape([x]) {
    needsImage(x);
    return x!;
  },
  fromKeras: ({ heightFactor, widthFactor }) => ({
    heightFactor: rangeFromKeras(heightFactor),
    widthFactor: rangeFromKeras(widthFactor),
  }),
  kerasArgs: ({ heightFactor, widthFactor }, _, plain) => ({
    ...plain,
    heightFactor: kerasRange(heightFactor),
    widthFactor: kerasRange(widthFactor),
  }),
  docs: {
    en: {
      name: 'RandomTranslation',
      about: 'Shifts images at random during training. It does nothing when predicting.',
      params: {
        heightFactor: 'Smallest and largest shift downwards, as a fraction of the height',
        widthFactor: 'Smallest and largest shift to the right, as a fraction of the width',
        ...fillWords.en,
      },
    },
    ko: {
      name: 'RandomTranslation',
      about: '학습할 때 이미지마다 무작위로 옮겨요. 예측할 때는 아무 일도 하지 않아요.',
      params: {
        heightFactor: '아래로 옮기는 범위. 높이에 대한 비율',
        widthFactor: '오른쪽으로 옮기는 범위. 너비에 대한 비율',
        ...fillWords.ko,
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    { params: { widthFactor: [0, 0.3], fillMode: 'wrap' }, in: [[32, 24, 3]], out: [32, 24, 3], weights: 0 },
  ],
});

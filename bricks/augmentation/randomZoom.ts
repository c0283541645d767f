import { fillFields, fillWords, kerasRange, rangeFromKeras } from '../../src/brick/layers/augmentation';
import { defineBrick } from '../../src/brick/brick';
import { optionalRange, range } from '../../src/brick/ranges';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'randomZoom',
  category: 'augmentation',
  layer: { tfjs: 'randomZoom', keras: 'RandomZoom' },
  page: 'preprocessing_layers/image_augmentation/random_zoom',
  also: '확대, 축소, 데이터 증강, 증강, 무작위 변형, 어그멘테이션, data augmentation',
  drawing: 'zoom',
  inputs: 1,
  own: () => 'augmentation/randomZoom',
  params: {
    heightFactor: range([-0.2, 0.2], { min: -0.99, max: 1 }),
    widthFactor: optionalRange({ min: -0.99, max: 1 }),
    ...fillFields,
  },
  face: ['heightFactor'],
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
      name: 'RandomZoom',
      about: 'Zooms every image in or out at random during training. It does nothing when predicting.',
      params: {
        heightFactor: 'Smallest and largest zoom of the height; negative zooms in, positive zooms out',
        widthFactor: 'The same for the width; empty keeps the ratio',
        ...fillWords.en,
      },
    },
    ko: {
      name: 'RandomZoom',
      about: '학습할 때 이미지마다 무작위로 확대하거나 축소해요. 예측할 때는 아무 일도 하지 않아요.',
      params: {
        heightFactor: '높이의 확대·축소 범위. 음수는 확대, 양수는 축소',
        widthFactor: '너비의 확대·축소 범위. 비우면 비율을 유지',
        ...fillWords.ko,
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    {
      params: { heightFactor: [0, 0.3], widthFactor: [-0.1, 0.1], interpolation: 'nearest' },
      in: [[32, 24, 3]],
      out: [32, 24, 3],
      weights: 0,
    },
  ],
});

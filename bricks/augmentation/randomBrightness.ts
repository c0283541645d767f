import { kerasRange, rangeFromKeras } from '../../src/brick/layers/augmentation';
import { defineBrick } from '../../src/brick/brick';
import { range } from '../../src/brick/ranges';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'randomBrightness',
  category: 'augmentation',
  layer: { tfjs: 'randomBrightness', keras: 'RandomBrightness' },
  page: 'preprocessing_layers/image_augmentation/random_brightness',
  also: '밝기, 데이터 증강, 증강, 무작위 변형, 어그멘테이션, data augmentation',
  drawing: 'brightness',
  inputs: 1,
  own: () => 'augmentation/randomBrightness',
  params: { factor: range([-0.2, 0.2], { min: -1, max: 1 }), valueRange: range([0, 255]) },
  face: ['factor'],
  positional: ['factor'],
  traits: () => ({ random: true, passesValues: true }),
  shape([x]) {
    needsImage(x);
    return x!;
  },
  fromKeras: ({ factor }) => ({ factor: rangeFromKeras(factor) }),
  kerasArgs: ({ factor, valueRange }) => ({ factor: kerasRange(factor), valueRange }),
  docs: {
    en: {
      name: 'RandomBrightness',
      about: 'Makes images darker or brighter at random during training. It does nothing when predicting.',
      params: {
        factor: 'Smallest and largest change, as a fraction of the value range',
        valueRange: 'Lowest and highest value of an image: 0 and 1 after rescaling',
      },
    },
    ko: {
      name: 'RandomBrightness',
      about: '학습할 때 이미지마다 밝기를 바꿔요. 예측할 때는 아무 일도 하지 않아요.',
      params: {
        factor: '밝기가 바뀌는 범위. 값의 범위에 대한 비율',
        valueRange: '이미지의 최솟값과 최댓값. 0과 1 사이로 맞춘 뒤라면 0과 1',
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    { params: { factor: [0, 0.5], valueRange: [0, 1] }, in: [[32, 24, 3]], out: [32, 24, 3], weights: 0 },
  ],
});

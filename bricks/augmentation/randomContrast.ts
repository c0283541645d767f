import { defineBrick } from '../../src/brick/brick';
import { range } from '../../src/brick/ranges';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'randomContrast',
  category: 'augmentation',
  layer: { tfjs: 'randomContrast', keras: 'RandomContrast' },
  page: 'preprocessing_layers/image_augmentation/random_contrast',
  also: '대비, 데이터 증강, 증강, 무작위 변형, 어그멘테이션, data augmentation',
  drawing: 'contrast',
  inputs: 1,
  own: () => 'augmentation/randomContrast',
  params: { factor: range([0.2, 0.2], { min: 0, max: 1 }), valueRange: range([0, 255]) },
  face: ['factor'],
  positional: ['factor'],
  traits: () => ({ random: true, passesValues: true }),
  shape([x]) {
    needsImage(x);
    return x!;
  },

  docs: {
    en: {
      name: 'RandomContrast',
      about:
        'Decreases or increases the contrast of images at random during training. It does nothing when predicting.',
      params: {
        factor: 'How much weaker and stronger: 0.2 and 0.3 mean a factor from 0.8 to 1.3',
        valueRange: 'Lowest and highest value of an image: 0 and 1 after rescaling',
      },
    },
    ko: {
      name: 'RandomContrast',
      about: '학습할 때 이미지마다 대비를 약하게 또는 강하게 바꿔요. 예측할 때는 아무 일도 하지 않아요.',
      params: {
        factor: '약해지는 정도와 강해지는 정도. 0.2와 0.3이면 0.8배에서 1.3배 사이',
        valueRange: '이미지의 최솟값과 최댓값. 0과 1 사이로 맞춘 뒤라면 0과 1',
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    { params: { factor: [0, 0.5], valueRange: [0, 1] }, in: [[32, 24, 3]], out: [32, 24, 3], weights: 0 },
  ],
});

import { defineBrick } from '../../src/brick/brick';
import { choice } from '../../src/brick/fields';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'randomFlip',
  category: 'augmentation',
  layer: { tfjs: 'randomFlip', keras: 'RandomFlip' },
  page: 'preprocessing_layers/image_augmentation/random_flip',
  also: '뒤집기, 반전, 데이터 증강, 증강, 무작위 변형, 어그멘테이션, data augmentation',
  drawing: 'flip',
  inputs: 1,
  own: () => 'augmentation/randomFlip',
  params: { mode: choice(['horizontalAndVertical', 'horizontal', 'vertical'], 'horizontalAndVertical') },
  face: ['mode'],
  everyday: true,
  positional: ['mode'],
  traits: () => ({ random: true, passesValues: true }),
  shape([x]) {
    needsImage(x);
    return x!;
  },

  docs: {
    en: {
      name: 'RandomFlip',
      about: 'Flips about half of the images during training as data augmentation. It does nothing when predicting.',
      params: {
        mode: 'Left and right, top and bottom, or both at once',
      },
    },
    ko: {
      name: 'RandomFlip',
      about: '학습할 때 이미지의 절반쯤을 뒤집어 데이터를 늘려요. 예측할 때는 아무 일도 하지 않아요.',
      params: {
        mode: '좌우, 상하, 또는 둘 다 함께',
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    { params: { mode: 'horizontal' }, in: [[32, 24, 3]], out: [32, 24, 3], weights: 0 },
  ],
});

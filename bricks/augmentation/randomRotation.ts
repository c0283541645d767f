import { fillFields, fillWords, kerasRange, rangeFromKeras } from '../../src/brick/layers/augmentation';
import { defineBrick } from '../../src/brick/brick';
import { range } from '../../src/brick/ranges';
import { needsImage } from '../../src/brick/shape';

export default defineBrick({
  type: 'randomRotation',
  category: 'augmentation',
  layer: { tfjs: 'randomRotation', keras: 'RandomRotation' },
  page: 'preprocessing_layers/image_augmentation/random_rotation',
  also: '회전, 데이터 증강, 증강, 무작위 변형, 어그멘테이션, data augmentation',
  drawing: 'rotation',
  inputs: 1,
  own: () => 'augmentation/randomRotation',
  params: { factor: range([-0.1, 0.1], { min: -1, max: 1 }), ...fillFields },
  face: ['factor'],
  positional: ['factor'],
  traits: () => ({ random: true, passesValues: true }),
  shape([x]) {
    needsImage(x);
    return x!;
  },
  fromKeras: ({ factor }) => ({ factor: rangeFromKeras(factor) }),
  kerasArgs: ({ factor }, _, plain) => ({ ...plain, factor: kerasRange(factor) }),
  docs: {
    en: {
      name: 'RandomRotation',
      about: 'Rotates every image by a random angle during training. It does nothing when predicting.',
      params: {
        factor: 'Smallest and largest rotation; 1 is a full turn, 0.1 is 36°',
        ...fillWords.en,
      },
    },
    ko: {
      name: 'RandomRotation',
      about: '학습할 때 이미지마다 무작위 각도로 돌려요. 예측할 때는 아무 일도 하지 않아요.',
      params: {
        factor: '가장 작은 회전과 가장 큰 회전. 1은 한 바퀴, 0.1은 36°',
        ...fillWords.ko,
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    { params: { factor: [0, 0.25], fillMode: 'constant' }, in: [[32, 24, 3]], out: [32, 24, 3], weights: 0 },
  ],
});

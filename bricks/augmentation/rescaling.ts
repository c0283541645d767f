import { defineBrick } from '../../src/brick/brick';
import { number } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

export default defineBrick({
  type: 'rescaling',
  category: 'augmentation',
  layer: { tfjs: 'rescaling', keras: 'Rescaling' },
  page: 'preprocessing_layers/image_preprocessing/rescaling',
  also: '스케일 조정, 전처리, 프리프로세싱, 정규화, preprocessing',
  drawing: 'rescaling',
  inputs: 1,
  own: () => 'shape/rescaling',
  params: { scale: number(1 / 255, { step: 0.001 }), offset: number(0, { step: 0.1 }) },
  face: ['scale', 'offset'],
  everyday: true,
  positional: ['scale'],
  traits: () => ({ scales: true, mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'Rescaling',
      about:
        'Multiplies every value by scale and adds offset: for pixels, scale 1/255 gives 0 to 1; scale 1/127.5 and offset −1 give −1 to 1.',
      params: { scale: 'What every value is multiplied by', offset: 'What is added afterwards' },
    },
    ko: {
      name: 'Rescaling',
      about:
        '모든 값에 scale을 곱하고 offset을 더해요. 픽셀 값을 0에서 1 사이로 바꾸려면 scale 1/255, −1에서 1 사이로 바꾸려면 scale 1/127.5와 offset −1을 써요.',
      params: { scale: '모든 값에 곱하는 수', offset: '곱한 뒤에 더하는 수' },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 1]], out: [28, 28, 1], weights: 0 },
    { params: { scale: 1 / 127.5, offset: -1 }, in: [[32, 32, 3]], out: [32, 32, 3], weights: 0 },
  ],
});

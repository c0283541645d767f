import { defineBrick } from '../../src/brick/brick';
import { shape } from '../../src/brick/fields';

export default defineBrick({
  type: 'inputVideo',
  category: 'data',
  layer: { tfjs: 'input', keras: 'Input' },
  page: 'core_layers/input',
  also: '동영상 입력, 비디오, 영상, 입력층',
  inputs: 0,
  params: { shape: shape([16, 32, 32, 1], { rank: 4, unknown: true }) },
  face: ['shape'],
  shape: (_, { shape: size }) => size,
  docs: {
    en: {
      name: 'Video input',
      about: 'Where videos or volumes enter the model: images in order, for TimeDistributed or Conv3D.',
      params: { shape: 'Frames (empty: any number), height, width and channels of one sample' },
    },
    ko: {
      name: '동영상 입력',
      about: '동영상이나 3차원 볼륨이 모델로 들어오는 곳이에요. TimeDistributed나 Conv3D와 함께 써요.',
      params: { shape: '샘플 하나의 프레임 수(비우면 제한 없음), 높이, 너비, 채널 수' },
    },
  },
  examples: [
    { params: {}, in: [], out: [16, 32, 32, 1], weights: 0 },
    { params: { shape: [null, 32, 32, 1] }, in: [], out: [null, 32, 32, 1], weights: 0 },
  ],
});

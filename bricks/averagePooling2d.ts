import { defineBrick } from '../src/brick/brick';
import { choice, pair } from '../src/brick/fields';
import { needsImage, slide, windows } from '../src/brick/shape';

export default defineBrick({
  type: 'averagePooling2d',
  category: 'pooling',
  layer: { tfjs: 'averagePooling2d', keras: 'AveragePooling2D' },
  page: 'pooling_layers/average_pooling2d',
  inputs: 1,
  params: { poolSize: pair(2), strides: pair(2), padding: choice(['valid', 'same'], 'valid') },
  face: ['poolSize'],
  shape([x], { poolSize: [tall, wide], strides: [down, right], padding }) {
    const image = needsImage(x);
    return [slide(image, 'height', tall, down, padding), slide(image, 'width', wide, right, padding), image[2]];
  },
  window: ({ poolSize, strides }) => windows(poolSize, strides),
  docs: {
    en: {
      name: 'AveragePooling2D',
      about: 'Keeps the mean of every window: a smaller, smoother feature map.',
      params: {
        poolSize: 'Height and width of the window',
        strides: 'How far the window moves each time',
        padding: 'valid: only whole windows; same: windows may reach over the edge',
      },
    },
    ko: {
      name: 'AveragePooling2D',
      about: '창마다 평균을 남겨 특징맵을 작고 부드럽게 만듭니다.',
      params: {
        poolSize: '창의 높이와 너비',
        strides: '창이 한 번에 움직이는 거리',
        padding: 'valid: 온전한 창만 사용, same: 창이 가장자리를 넘을 수 있음',
      },
    },
  },
  examples: [
    { params: {}, in: [[28, 28, 8]], out: [14, 14, 8], weights: 0 },
    { params: { poolSize: [3, 3], strides: [2, 2], padding: 'same' }, in: [[7, 6, 3]], out: [4, 3, 3], weights: 0 },
    { params: { poolSize: [3, 2], strides: [1, 2] }, in: [[7, 7, 2]], out: [5, 3, 2], weights: 0 },
  ],
});

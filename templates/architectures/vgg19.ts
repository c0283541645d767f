import { vgg } from './vgg';

export default vgg({
  id: 'vgg19',
  title: 'VGG19',
  about: {
    en: 'VGG16 with three more convolutions: sixteen of them in five blocks (Simonyan & Zisserman, 2014).',
    ko: 'VGG16에 합성곱 층 세 개를 더한 모델이에요. 다섯 블록에 합성곱 층이 열여섯 개 있어요 (Simonyan & Zisserman, 2014).',
  },
  expect: { output: [1000], weights: 143_667_240 },
  convs: [2, 2, 4, 4, 4],
  published: [
    [574_710_816, 'cbe5617147190e668d6c5d5026f83318'],
    [80_134_624, '253f8cb515780f3b799900260a226db6'],
  ],
});

import { vgg } from './vgg';

export default vgg({
  id: 'vgg16',
  title: 'VGG16',
  about: {
    en: 'Small 3×3 filters stacked deep: a classic for image classification and transfer learning (Simonyan & Zisserman, 2014).',
    ko: '작은 3×3 필터를 깊게 쌓은 모델로, 이미지 분류와 전이 학습에 널리 쓰여요 (Simonyan & Zisserman, 2014).',
  },
  expect: { output: [1000], weights: 138_357_544 },
  convs: [2, 2, 3, 3, 3],
  published: [
    [553_467_096, '64373286793e3c8b2b4e3219cbf3544b'],
    [58_889_256, '6d6bbae143d832006294945121d1f1fc'],
  ],
});

/** What a backbone and its parameters are, in words. */
export const backboneWords = {
  en: {
    name: 'Backbone',
    about:
      'A whole known model as one brick, for transfer learning: put your own head behind it. ' +
      'Its weights are random for now; pretrained ones come in a later version.',
    params: {
      architecture:
        'Which model. VGG and ResNet50 were trained on blue-green-red pictures with the mean taken away (caffe), the ' +
        'others on values from −1 to 1 (tf)',
      weights: 'random: not trained yet (pretrained weights come in a later version)',
      includeTop: 'With its own dense layers and classes at the end',
      pooling: 'Without the top: how the last feature map becomes a vector (none, mean or maximum per channel)',
      classes: 'With the top: how many classes it tells apart',
      alpha: 'MobileNet and MobileNetV2: factor on the channels of every layer; the others leave it out',
    },
  },
  ko: {
    name: '백본',
    about:
      '전이 학습을 위해 잘 알려진 모델 전체를 브릭 하나로 씁니다. 뒤에 새 분류기를 붙입니다. ' +
      '지금은 가중치가 무작위이며, 사전 학습된 가중치는 다음 버전에서 제공합니다.',
    params: {
      architecture:
        '사용할 모델. VGG와 ResNet50은 BGR 순서에서 평균을 뺀 영상(caffe)으로, ' +
        '나머지는 −1에서 1 사이의 값(tf)으로 학습되었습니다',
      weights: 'random: 아직 학습되지 않음 (사전 학습된 가중치는 다음 버전에서 제공)',
      includeTop: '모델 본래의 전결합층과 분류 출력을 포함',
      pooling: '분류기를 뺄 때 마지막 특징맵을 벡터로 바꾸는 방법 (없음, 채널별 평균, 채널별 최댓값)',
      classes: '분류기를 포함할 때 구분할 클래스 수',
      alpha: 'MobileNet과 MobileNetV2에서 모든 레이어의 채널 수에 곱하는 값. 다른 모델에는 쓰지 않음',
    },
  },
};

/** What the parameters of a backbone are, in words. */
export const backboneWords = {
  en: {
    architecture: 'Which model. The inspector shows how its images were preprocessed for training',
    weights:
      'Initial weights: random (not trained yet), imagenet (1.2 million photos, 1,000 classes), digits ' +
      '(the built-in model for 0–4) or file (your own)',
    weightsFile: 'SHA-256 of your own weights file in the cache; choose one with Weights…',
    includeTop: 'Include the original dense layers and the classifier at the end',
    pooling: 'Without the classifier: how the last feature map becomes a vector (none, mean or maximum per channel)',
    classes: 'With the classifier: number of classes',
    alpha: 'For models with a width setting: multiplies the number of channels of every layer',
    trainableLayers:
      'Layers to train: all, none, from (one layer to the end), last (the last n) or named. ' +
      'The rest is frozen; a frozen BatchNormalization uses its stored mean and variance',
    trainableFrom: 'The first layer that is trained, e.g. block5_conv1; everything before it is frozen',
    trainableLast: 'Number of layers to train at the end, including layers without weights',
    trainableNames: 'The layers that are trained, by name',
  },
  ko: {
    architecture: '사용할 모델. 학습할 때 쓴 이미지 전처리 방식은 속성 패널에 표시',
    weights:
      '가중치의 시작값: random (아직 학습되지 않음), imagenet (사진 120만 장, 클래스 1,000개), ' +
      'digits (숫자 0–4로 학습된 내장 모델), file (직접 선택한 파일)',
    weightsFile: '캐시에 있는 가중치 파일의 SHA-256. “가중치…”에서 파일 선택',
    includeTop: '모델의 원래 완전 연결 층과 출력층(분류기)을 포함',
    pooling: '분류기를 뺄 때 마지막 특성 맵을 벡터로 바꾸는 방법 (없음, 채널별 평균, 채널별 최댓값)',
    classes: '분류기를 포함할 때 구분할 클래스 수',
    alpha: '너비를 정할 수 있는 모델에서 모든 층의 채널 수에 곱하는 값',
    trainableLayers:
      '학습할 층: all (모두), none (없음), from (한 층부터 끝까지), last (마지막 n개), named (이름으로 선택). ' +
      '나머지는 동결됨. 동결된 BatchNormalization은 저장된 평균과 분산을 사용',
    trainableFrom: '학습을 시작할 첫 층. 예: block5_conv1. 그 앞은 모두 동결됨',
    trainableLast: '끝에서부터 학습할 층 수. 가중치가 없는 층도 포함',
    trainableNames: '학습할 층의 이름',
  },
};

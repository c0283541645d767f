import { defineWords } from './words';

/** Texts of a new head and of fine-tuning. */
export const swapHeadWords = defineWords({
  en: {
    fromDataset: (name: string) => `number of classes in the dataset ${name}; 1 means yes or no`,
    likeness: 'your images',
    alike: 'similar to ImageNet photos',
    different: 'different (scans, drawings, charts …)',
    trains: 'layers to train with the head',
    none: 'none (all frozen)',
    last: 'last block',
    some: 'second half',
    all: 'all layers',
    noDataset: 'Choose a dataset in Training to get advice on what to freeze.',
    because: (samples: string, much: boolean, limit: string, alike: boolean) =>
      `${samples} training samples are ${much ? 'a lot of' : 'little'} data (threshold ${limit}), and your images are ` +
      `${alike ? 'similar to' : 'different from'} those the weights were trained on:`,
    adviceNone: 'train only the new head; training more would overfit.',
    adviceLast: 'train the last layers too; the early layers already detect useful features.',
    adviceSome: 'train some of the later layers; freeze the early ones, which detect edges and colours.',
    adviceAll: 'train the whole model, starting from these weights.',
    takeAdvice: 'Apply this advice',
    asAdvised: 'The current settings follow this advice.',
    pretrained: 'start from pretrained weights',
    loss: 'loss',
    fineTune: 'Fine-tune',
    fineTuneAbout:
      'The next step after the new head is trained: unfreeze the last layers below it and continue with a low learning rate. All ' +
      'weights are kept, including those of the head. One undo reverts it.',
    nothing: 'There is nothing to fine-tune. Add a head to a backbone or a well-known model first.',
    from: 'train from',
    stage: (name: string, from: string) => `${name} (from ${from})`,
    stages: 'blocks',
    layers: 'layers',
    divisor: 'learning rate divided by',
    rate: 'learning rate',
    epochs: 'epochs',
    trainable: 'trainable',
    frozen: 'non-trainable',
    normalisationFrozen: 'keep BatchNormalization frozen',
    batchNorm:
      'Frozen BatchNormalization layers keep using their stored mean and variance. With little data, training them can destroy what the model has learned.',
    apply: 'Fine-tune',
    cancel: 'Cancel',
    done: (from: string) =>
      `The layers from ${from} onwards are now trainable. “Train on” continues with the current weights.`,
    doneUntrained: (from: string) =>
      `The layers from ${from} onwards are now trainable. The head has not been trained yet, so it starts with random weights.`,
    undo: 'Undo',
  },
  ko: {
    fromDataset: (name: string) => `${name} 데이터셋의 클래스 수예요. 1이면 예/아니요`,
    likeness: '내 이미지의 종류',
    alike: 'ImageNet 사진과 비슷함',
    different: '다름 (스캔, 그림, 도표 등)',
    trains: '헤드와 함께 학습할 부분',
    none: '없음: 모두 동결',
    last: '마지막 블록',
    some: '뒤쪽 절반',
    all: '전체',
    noDataset: '학습 패널에서 데이터셋을 선택하면 무엇을 동결할지 추천해 줘요.',
    because: (samples: string, much: boolean, limit: string, alike: boolean) =>
      `학습용 샘플 ${samples}개는 ${much ? '많은' : '적은'} 편이고(기준 ${limit}개), 내 이미지는 가중치를 학습한 이미지와 ` +
      `${alike ? '비슷해요' : '달라요'}.`,
    adviceNone: '새 헤드만 학습하세요. 다른 층까지 학습하면 과대적합되기 쉬워요.',
    adviceLast: '뒤쪽 층도 함께 학습하세요. 앞쪽 층은 이미 필요한 특성을 찾아내요.',
    adviceSome: '뒤쪽 층의 일부를 학습하고, 가장자리와 색을 찾는 앞쪽 층은 동결하세요.',
    adviceAll: '이 가중치에서 시작해 모델 전체를 학습하세요.',
    takeAdvice: '추천대로 설정',
    asAdvised: '지금 설정이 추천과 같아요.',
    pretrained: '사전 학습 가중치에서 시작',
    loss: '손실 함수',
    fineTune: '미세 조정',
    fineTuneAbout:
      '새 헤드를 학습한 뒤에 하는 다음 단계예요. 헤드 아래 모델의 뒤쪽 층을 동결 해제하고 작은 학습률로 이어서 학습해요. 헤드를 포함한 모든 가중치가 유지돼요. 실행 취소 한 번으로 되돌릴 수 있어요.',
    nothing: '미세 조정할 부분이 없어요. 먼저 백본이나 유명 모델에 헤드를 붙이세요.',
    from: '학습을 시작할 층',
    stage: (name: string, from: string) => `${name} (${from}부터)`,
    stages: '블록',
    layers: '층',
    divisor: '학습률을 나눌 값',
    rate: '학습률',
    epochs: '에포크 수',
    trainable: '학습되는 파라미터',
    frozen: '학습되지 않는 파라미터',
    normalisationFrozen: 'BatchNormalization은 동결 유지',
    batchNorm:
      '동결된 BatchNormalization 층은 저장된 평균과 분산을 계속 사용해요. 데이터가 적을 때 이 층까지 학습하면 사전 학습으로 얻은 특성이 망가질 수 있어요.',
    apply: '미세 조정',
    cancel: '취소',
    done: (from: string) => `이제 ${from} 층부터 학습해요. “이어서 학습”을 누르면 지금 가중치에서 이어서 학습해요.`,
    doneUntrained: (from: string) =>
      `이제 ${from} 층부터 학습해요. 헤드를 아직 학습하지 않았으므로, “학습 시작”을 누르면 헤드는 무작위 가중치로 시작해요.`,
    undo: '실행 취소',
  },
});

import { defineWords } from './words';

/** Texts of a new head and of fine-tuning. */
export const swapHeadWords = defineWords({
  en: {
    fromDataset: (name: string) => `as many as the dataset ${name} has; 1 is yes or no`,
    likeness: 'your pictures',
    alike: 'like ImageNet photos',
    different: 'different (scans, drawings, charts …)',
    trains: 'train besides the head',
    none: 'nothing: frozen',
    last: 'the last stage',
    some: 'the later half',
    all: 'everything',
    noDataset: 'Choose a dataset under Train, and there is advice on what to freeze.',
    because: (samples: string, much: boolean, limit: string, alike: boolean) =>
      `${samples} training samples are ${much ? 'much' : 'little'} data (the line is at ${limit}), and your pictures are ` +
      `${alike ? 'like' : 'unlike'} those that the weights were learned from:`,
    adviceNone: 'train only the new head; all else would overfit.',
    adviceLast: 'train the last layers too; the early ones already see what matters.',
    adviceSome: 'train some of the later layers; freeze the early ones, which see edges and colours.',
    adviceAll: 'train the whole model, from these weights on.',
    takeAdvice: 'Take this advice',
    asAdvised: 'That is what is set.',
    pretrained: 'start from pretrained weights',
    loss: 'loss',
    fineTune: 'Fine-tune',
    fineTuneAbout:
      'The next step, once the new head is trained: unfreeze the end of what stands below it and train on, slowly. All ' +
      'weights are kept, those of the head too. One step to undo.',
    nothing: 'There is nothing to fine-tune: put a head on a backbone or on an architecture first.',
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
      'Frozen BatchNormalization layers go on with their stored mean and variance. With little data, training them spoils what the model has learned.',
    apply: 'Fine-tune',
    cancel: 'Cancel',
    done: (from: string) =>
      `Layers from ${from} on are trained now. Press “Continue from epoch …” to go on with the weights that are there; Train would start anew.`,
    doneUntrained: (from: string) =>
      `Layers from ${from} on are trained now. The head has not been trained yet, so Train starts with random weights in it.`,
    undo: 'Undo',
  },
  ko: {
    fromDataset: (name: string) => `데이터셋 ${name}의 클래스 수와 같습니다. 1이면 예/아니요`,
    likeness: '내 사진의 종류',
    alike: 'ImageNet 사진과 비슷함',
    different: '다름 (스캔, 그림, 도표 등)',
    trains: '헤드 외에 학습할 부분',
    none: '없음: 모두 동결',
    last: '마지막 단계',
    some: '뒤쪽 절반',
    all: '전체',
    noDataset: '학습 창에서 데이터셋을 고르면 무엇을 동결할지 조언합니다.',
    because: (samples: string, much: boolean, limit: string, alike: boolean) =>
      `학습 데이터 ${samples}개는 ${much ? '많은' : '적은'} 편이고 (기준 ${limit}개), 사진은 가중치를 학습한 사진과 ` +
      `${alike ? '비슷합니다' : '다릅니다'}.`,
    adviceNone: '새 헤드만 학습하십시오. 더 학습하면 과적합됩니다.',
    adviceLast: '마지막 레이어들도 함께 학습하십시오. 앞쪽은 이미 필요한 특징을 봅니다.',
    adviceSome: '뒤쪽 레이어 일부를 학습하고, 모서리와 색을 보는 앞쪽은 동결하십시오.',
    adviceAll: '이 가중치에서 시작해 모델 전체를 학습하십시오.',
    takeAdvice: '조언대로 적용',
    asAdvised: '지금 설정과 같습니다.',
    pretrained: '사전 학습된 가중치에서 시작',
    loss: '손실 함수',
    fineTune: '미세 조정',
    fineTuneAbout:
      '새 헤드를 학습한 뒤의 다음 단계입니다. 아래에 있는 모델의 끝부분을 풀고 천천히 이어서 학습합니다. 헤드를 포함한 모든 가중치가 유지되며, 한 번에 실행 취소할 수 있습니다.',
    nothing: '미세 조정할 부분이 없습니다. 먼저 백본이나 대표 구조에 헤드를 붙이십시오.',
    from: '학습을 시작할 곳',
    stage: (name: string, from: string) => `${name} (${from}부터)`,
    stages: '블록',
    layers: '레이어',
    divisor: '학습률을 나눌 값',
    rate: '학습률',
    epochs: '에포크 수',
    trainable: '학습하는 파라미터',
    frozen: '학습하지 않는 파라미터',
    normalisationFrozen: 'BatchNormalization은 동결 유지',
    batchNorm:
      '동결된 BatchNormalization 레이어는 저장된 평균과 분산을 계속 사용합니다. 데이터가 적을 때 이 레이어를 학습하면 배운 것이 망가집니다.',
    apply: '미세 조정',
    cancel: '취소',
    done: (from: string) =>
      `이제 ${from} 레이어부터 학습합니다. 지금 가중치에서 이어 가려면 “에포크 …부터 이어서 학습”을 누르십시오. 학습을 누르면 처음부터 시작합니다.`,
    doneUntrained: (from: string) =>
      `이제 ${from} 레이어부터 학습합니다. 헤드를 아직 학습하지 않아, 학습을 누르면 헤드가 무작위 가중치에서 시작합니다.`,
    undo: '실행 취소',
  },
});

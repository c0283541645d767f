import { defineWords } from './words';

/** What a model costs and sees, in the inspector and in the table of all layers. */
export const costWords = defineWords({
  en: {
    everything: 'everything',
    numbers: 'Numbers',
    weights: 'weights',
    costs: 'multiply-adds',
    sees: 'receptive field',
    multiplyAddsHelp: 'Multiply-adds (MACs) for one sample; FLOPs = 2 × multiply-adds.',
    activationOf: (batch: string) => `activations, batch of ${batch}`,
    predicting: (batch: string) => `memory to predict, batch of ${batch}`,
    training: (batch: string) => `memory to train, batch of ${batch}`,
    predictingHelp: 'Memory for the weights and the outputs of all layers, in float32.',
    trainingHelp:
      'Memory for the weights, the outputs of all layers, the gradients of both and the optimizer state, in float32.',
    receptiveFieldHelp: 'The part of the input that affects one output value.',
    jump: (field: string, jump: string) => `${field}, stride ${jump}`,
    unknown: '?',
  },
  ko: {
    everything: '전체',
    numbers: '계산량과 메모리',
    weights: '가중치',
    costs: '곱셈-누산(MAC)',
    sees: '수용 영역',
    multiplyAddsHelp: '샘플 하나를 계산할 때의 곱셈-누산 횟수예요. FLOPs는 그 두 배예요.',
    activationOf: (batch: string) => `활성화 메모리 (배치 ${batch})`,
    predicting: (batch: string) => `예측 메모리 (배치 ${batch})`,
    training: (batch: string) => `학습 메모리 (배치 ${batch})`,
    predictingHelp: '가중치와 모든 층의 출력을 float32로 저장할 때의 메모리예요.',
    trainingHelp: '가중치, 모든 층의 출력, 둘의 그레이디언트, 옵티마이저의 상태를 float32로 저장할 때의 메모리예요.',
    receptiveFieldHelp: '출력값 하나에 영향을 주는 입력의 범위예요.',
    jump: (field: string, jump: string) => `${field}, 간격 ${jump}`,
    unknown: '?',
  },
});

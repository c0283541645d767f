import { defineWords } from '../words';

/** A linear model beside the one that was trained. */
export const linearWords = defineWords({
  en: {
    title: 'Beside a linear model',
    about: (kind: string) =>
      `A ${kind} learns from the same rows and is asked about the same samples. A network is worth its cost where it is clearly better.`,
    linear: 'linear regression',
    logistic: 'logistic regression',
    find: 'Compare',
    cancel: 'Cancel',
    progress: 'Progress of the linear model',
    otherModel: 'The model has changed since this run, so it cannot be compared any more.',
    busy: 'A run goes on. It can be compared when it is over.',
    measure: 'measure',
    model: 'model',
    other: 'linear',
    interval: '95 % interval of the linear',
    better: 'The model is clearly better than the linear one.',
    notBetter: 'The model is not clearly better than the linear one: the simpler one may do.',
  },
  ko: {
    title: '선형 모델과 비교',
    about: (kind: string) =>
      `${kind}도 같은 행으로 학습하고 같은 샘플을 예측해요. 신경망은 이보다 확실히 나을 때 쓸 만해요.`,
    linear: '선형 모델',
    logistic: '로지스틱 모델',
    find: '비교하기',
    cancel: '취소',
    progress: '선형 모델 진행률',
    otherModel: '이 학습 뒤에 모델이 바뀌어서 비교할 수 없어요.',
    busy: '학습 중이에요. 학습이 끝나면 비교할 수 있어요.',
    measure: '지표',
    model: '모델',
    other: '선형',
    interval: '선형의 95% 구간',
    better: '모델이 선형 모델보다 확실히 나아요.',
    notBetter: '모델이 선형 모델보다 확실히 낫다고 할 수 없어요. 더 단순한 쪽으로 충분할 수 있어요.',
  },
});

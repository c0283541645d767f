import { defineWords } from '../words';

/** The samples that are set aside and looked at once. */
export const testWords = defineWords({
  en: {
    title: 'Test',
    aside: (samples: string) =>
      `${samples} samples are set aside; neither training nor you have seen them. Use them once, when model and settings are decided: whoever chooses by them no longer knows how good the model is.`,
    use: 'Use the test now',
    again: 'Use the test again',
    cancel: 'Cancel',
    progress: 'Progress of the test',
    otherModel: 'The model has changed since this run, so it cannot be tested any more.',
    busy: 'A run goes on. It can be tested when it is over.',
    usedBefore: (times: number) =>
      times === 1
        ? 'The test was used once before in this project: its result says a little less now.'
        : `The test was used ${times} times before in this project: its result says less each time.`,
  },
  ko: {
    title: '테스트',
    aside: (samples: string) =>
      `샘플 ${samples}개를 따로 두었어요. 학습에도 쓰지 않았고 아직 보지도 않았어요. 모델과 설정을 모두 정한 뒤에 한 번만 쓰세요. 이 결과를 보고 고르면 모델이 얼마나 좋은지 더는 알 수 없어요.`,
    use: '지금 테스트하기',
    again: '다시 테스트하기',
    cancel: '취소',
    progress: '테스트 진행률',
    otherModel: '이 학습 뒤에 모델이 바뀌어서 테스트할 수 없어요.',
    busy: '학습 중이에요. 학습이 끝나면 테스트할 수 있어요.',
    usedBefore: (times: number) => `이 프로젝트에서 이 테스트를 이미 ${times}번 썼어요. 쓸수록 결과를 믿기 어려워져요.`,
  },
});

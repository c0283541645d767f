import { defineWords } from '../words';

/** Which columns of a table a model needs. */
export const importanceWords = defineWords({
  en: {
    title: 'Which columns matter',
    about:
      'The values of one column are mixed among the validation samples; what the score loses by it, the model needed the column for. Columns that say the same share what they say.',
    find: 'Find out',
    cancel: 'Cancel',
    progress: 'Progress of the columns',
    otherModel: 'The model has changed since this run, so it cannot be asked any more.',
    busy: 'A run goes on. The columns can be asked about when it is over.',
    accuracy: 'accuracy',
    r2: 'R²',
    falls: (measure: string, score: string, samples: string) =>
      `By how much ${measure} falls from ${score}, mean ± deviation of 5 tries, ${samples} samples`,
    column: 'column',
    fall: 'loss of score',
    spread: (mean: string, deviation: string) => `${mean} ± ${deviation}`,
    more: (left: number) => `Show ${left} more`,
  },
  ko: {
    title: '중요한 열',
    about:
      '검증 샘플에서 열 하나의 값을 서로 섞어요. 그래서 점수가 떨어지는 만큼 모델에 그 열이 필요했던 거예요. 비슷한 내용의 열들은 중요도를 나누어 가져요.',
    find: '알아보기',
    cancel: '취소',
    progress: '열 확인 진행률',
    otherModel: '이 학습 뒤에 모델이 바뀌어서 알아볼 수 없어요.',
    busy: '학습 중이에요. 학습이 끝나면 알아볼 수 있어요.',
    accuracy: '정확도',
    r2: 'R²',
    falls: (measure: string, score: string, samples: string) =>
      `${measure} ${score}에서 떨어진 값, 5번의 평균 ± 표준편차, 샘플 ${samples}개`,
    column: '열',
    fall: '떨어진 점수',
    spread: (mean: string, deviation: string) => `${mean} ± ${deviation}`,
    more: (left: number) => `${left}개 더 보기`,
  },
});

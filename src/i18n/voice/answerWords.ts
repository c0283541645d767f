import { defineWords } from '../words';

/** What the model answers, as it is said; `right` is what the data say of the sample. */
export const answerWords = defineWords({
  en: {
    answer: (answer: string) => `Answer ${answer}.`,
    sample: (number: string, right: string, answer: string) => `Sample ${number}: true ${right}, answer ${answer}.`,
  },
  ko: {
    answer: (answer: string) => `예측 ${answer}.`,
    sample: (number: string, right: string, answer: string) => `샘플 ${number}: 정답 ${right}, 예측 ${answer}.`,
  },
});

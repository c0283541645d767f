import { defineWords } from '../words';

/** How a run ended. */
export const runEnds = defineWords({
  en: {
    finished: 'Training has finished.',
    stopped: 'Training was stopped; the weights are kept.',
    failed: 'Training failed.',
  },
  ko: {
    finished: '학습이 끝났어요.',
    stopped: '학습을 중지했어요. 가중치는 그대로 남아 있어요.',
    failed: '학습에 실패했어요.',
  },
});

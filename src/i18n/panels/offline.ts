import { defineWords } from '../words';

/** What is said about the page itself: kept for use without a network, and newer ones. */
export const offlineWords = defineWords({
  en: {
    kept: 'DeepBrick now works without a network, too.',
    newer: 'A newer DeepBrick is there. Your work stays as it is.',
    load: 'Load it',
  },
  ko: {
    kept: '이제 네트워크 없이도 DeepBrick을 쓸 수 있어요.',
    newer: '새 버전의 DeepBrick이 있어요. 작업한 내용은 그대로 남아요.',
    load: '불러오기',
  },
});

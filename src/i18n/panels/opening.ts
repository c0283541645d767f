import { josa } from '../korean/josa';
import { defineWords } from '../words';

export const openingWords = defineWords({
  en: {
    opening: (name: string) => `Opening “${name}”…`,
    cancel: 'Cancel',
  },
  ko: {
    opening: (name: string) => `${josa(`“${name}”`, '을/를')} 여는 중…`,
    cancel: '취소',
  },
});

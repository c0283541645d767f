import { defineWords } from '../words';

/** A row of a table that is typed in to be predicted. */
export const rowWords = defineWords({
  en: {
    noValue: 'missing',
    rowHint: 'As in the table. What is left empty is taken as missing.',
  },
  ko: {
    noValue: '빈 값',
    rowHint: '표에 적힌 대로 입력하세요. 비워 두면 결측값으로 처리해요.',
  },
});

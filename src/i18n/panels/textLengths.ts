import { defineWords } from '../words';

export const textLengthsWords = defineWords({
  en: {
    title: 'Text length',
    facts: (mean: string, median: string, longest: string) =>
      `${mean} words on average, median ${median}, longest ${longest}`,
    bar: (from: number, to: number, texts: number) =>
      `${from} to ${to} words: ${texts === 1 ? '1 text' : `${texts} texts`}`,
    chart: 'Number of texts by length',
  },
  ko: {
    title: '텍스트 길이',
    facts: (mean: string, median: string, longest: string) =>
      `평균 단어 ${mean}개, 중앙값 ${median}개, 최대 ${longest}개`,
    bar: (from: number, to: number, texts: number) => `단어 ${from}~${to}개: 텍스트 ${texts}개`,
    chart: '길이별 텍스트 수',
  },
});

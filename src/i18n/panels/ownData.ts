import { defineWords } from '../words';

export const ownDataWords = defineWords({
  en: {
    choose: 'Own data…',
    about: 'A CSV table of numbers with the answer in the last column, or texts with a tab and a label',
    hint: 'Drop a CSV table (answer last) or text + tab + label here. It stays in this browser.',
    reading: (name: string) => `Reading ${name}…`,
    cancel: 'Cancel',
    forget: 'Forget this file',
  },
  ko: {
    choose: '내 데이터…',
    about: '마지막 열이 정답인 숫자 CSV 표, 또는 탭으로 라벨을 붙인 텍스트',
    hint: 'CSV 표(정답은 마지막 열)나 “텍스트 탭 라벨” 파일을 놓으십시오. 이 브라우저에만 남습니다.',
    reading: (name: string) => `${name} 읽는 중…`,
    cancel: '취소',
    forget: '이 파일 지우기',
  },
});

import { josa } from '../korean/josa';
import { defineWords } from '../words';

export const ownDataWords = defineWords({
  en: {
    choose: 'Own data…',
    about: 'A CSV table of numbers with the target in the last column, or texts with a label after a tab',
    hint: 'Drop a CSV table (target in the last column) or texts with a label after a tab here. The data stays in this browser.',
    reading: (name: string) => `Reading ${name}…`,
    cancel: 'Cancel',
    forget: 'Delete this file',
    forgotten: (name: string) => `Deleted ${name}.`,
  },
  ko: {
    choose: '내 데이터…',
    about: '마지막 열이 정답인 숫자 CSV 표, 또는 텍스트와 레이블을 탭으로 구분한 파일',
    hint: 'CSV 표(마지막 열이 정답) 또는 텍스트와 레이블을 탭으로 구분한 파일을 끌어다 놓으세요. 이 브라우저에만 저장돼요.',
    reading: (name: string) => `${name} 읽는 중…`,
    cancel: '취소',
    forget: '이 파일 삭제',
    forgotten: (name: string) => `${josa(name, '을/를')} 삭제했어요.`,
  },
});

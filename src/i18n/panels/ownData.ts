import { josa } from '../korean/josa';
import { defineWords } from '../words';

export const ownDataWords = defineWords({
  en: {
    choose: 'Own data…',
    paste: 'Paste…',
    about: 'A table with numbers, categories, dates or texts and a target: CSV, TSV, TXT, JSON lines',
    hint: 'Drop a table (CSV, TSV, TXT, JSON lines) here: you see its columns before it is taken. It stays in this browser.',
    forget: 'Delete this file',
    forgotten: (name: string) => `Deleted ${name}.`,
  },
  ko: {
    choose: '내 데이터…',
    paste: '붙여넣기…',
    about: '수치, 범주, 날짜, 텍스트와 정답이 있는 표: CSV, TSV, TXT, JSON lines',
    hint: '표(CSV, TSV, TXT, JSON lines)를 끌어다 놓으세요. 열을 먼저 보여 드려요. 이 브라우저에만 저장돼요.',
    forget: '이 파일 삭제',
    forgotten: (name: string) => `${josa(name, '을/를')} 삭제했어요.`,
  },
});

import type { ColumnKind } from '../../data/tables/columns/columnFacts';
import type { DecimalMark } from '../../data/tables/columns/numberCell';
import type { Encoding } from '../../data/tables/reading/encoding';
import type { Separator } from '../../data/tables/reading/splitLine';
import type { MissingFix } from '../../data/tables/taking/choices';
import type { Language } from '../words';

type Named<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

/** What a column is taken for. */
export const kindNames: Named<ColumnKind> = {
  en: {
    number: 'number',
    category: 'category',
    text: 'text',
    date: 'date',
    identifier: 'identifier (not used)',
    weight: 'sample weight',
    ignore: 'not used',
  },
  ko: {
    number: '수치',
    category: '범주',
    text: '텍스트',
    date: '날짜',
    identifier: '식별자(사용 안 함)',
    weight: '샘플 가중치',
    ignore: '사용 안 함',
  },
};

/** What becomes of a missing value, in a word. */
export const shortFixNames: Named<MissingFix> = {
  en: { median: 'median', mean: 'mean', mostFrequent: 'most frequent', own: 'own category', drop: 'drop row' },
  ko: { median: '중앙값', mean: '평균', mostFrequent: '가장 흔한 값', own: '별도 범주', drop: '행 빼기' },
};

/** What becomes of a missing value. */
export const fixNames: Named<MissingFix> = {
  en: {
    median: 'fill with the median',
    mean: 'fill with the mean',
    mostFrequent: 'fill with the most frequent',
    own: 'a category of its own',
    drop: 'leave the row out',
  },
  ko: {
    median: '중앙값으로 채우기',
    mean: '평균으로 채우기',
    mostFrequent: '가장 흔한 값으로 채우기',
    own: '별도 범주로 두기',
    drop: '행을 빼기',
  },
};

export const encodingNames: Named<Encoding> = {
  en: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    'windows-1252': 'Latin-1 (Windows-1252)',
    'euc-kr': 'Korean (CP949, EUC-KR)',
    'windows-1251': 'Cyrillic (Windows-1251)',
    shift_jis: 'Japanese (Shift JIS)',
    gb18030: 'Chinese (GB 18030)',
  },
  ko: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    'windows-1252': '서유럽어(Latin-1, Windows-1252)',
    'euc-kr': '한국어(CP949, EUC-KR)',
    'windows-1251': '키릴 문자(Windows-1251)',
    shift_jis: '일본어(Shift JIS)',
    gb18030: '중국어(GB 18030)',
  },
};

export const separatorNames: Readonly<Record<Language, Readonly<Record<Separator, string>>>> = {
  en: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar', ' ': 'spaces' },
  ko: { ',': '쉼표', ';': '세미콜론', '\t': '탭', '|': '세로줄', ' ': '공백' },
};

export const markNames: Readonly<Record<Language, Readonly<Record<DecimalMark, string>>>> = {
  en: { '.': 'point (1.5)', ',': 'comma (1,5)' },
  ko: { '.': '점(1.5)', ',': '쉼표(1,5)' },
};

import type { TableTrouble } from '../../data/tables/tableTrouble';
import type { Language } from '../words';

type Code = TableTrouble['code'];
type Data<C extends Code> = Extract<TableTrouble, { code: C }>;
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };

const en: Wordings = {
  empty: () => 'The file is empty. It needs one sample per line.',
  oneColumn: () =>
    'There is only one column. A table needs numbers and, in the last column, the answer; a text needs a tab and its label.',
  tooFewRows: ({ rows, needed }) => `There are only ${rows} samples; at least ${needed} are needed.`,
  raggedRow: ({ row, expected, got }) =>
    `Line ${row} has ${got} columns, the first one has ${expected}. Give every line as many.`,
  textCell: ({ row, column, value }) =>
    `Line ${row}, column ${column}: “${value}” is not a number. Only the last column may hold words; turn the others into numbers.`,
  emptyCell: ({ row, column }) => `Line ${row}, column ${column} is empty. Fill it in, or leave the line out.`,
  oneClass: ({ label }) => `Every sample has the same label, “${label}”. There must be at least two.`,
  tooManyClasses: ({ classes, most }) =>
    `The last column holds ${classes} different words; up to ${most} classes can be told apart.`,
  damaged: () =>
    'What this browser kept of this file is damaged and cannot be read. Add the file again; everything else of the project is here.',
  storageFull: () => 'The browser’s storage is full, so the data cannot be kept. Delete projects, or free disk space.',
  unreadable: ({ detail }) => `The file cannot be read: ${detail}. Use CSV or tab-separated text in UTF-8.`,
};

const ko: Wordings = {
  empty: () => '빈 파일입니다. 한 줄에 샘플이 하나씩 있어야 합니다.',
  oneColumn: () =>
    '열이 하나뿐입니다. 표는 숫자 열과 마지막의 정답 열이, 텍스트는 탭으로 나눈 글과 라벨이 있어야 합니다.',
  tooFewRows: ({ rows, needed }) => `샘플이 ${rows}개뿐입니다. ${needed}개 이상 필요합니다.`,
  raggedRow: ({ row, expected, got }) =>
    `${row}번째 줄의 열은 ${got}개인데 첫 줄은 ${expected}개입니다. 모든 줄의 열 수를 맞추십시오.`,
  textCell: ({ row, column, value }) =>
    `${row}번째 줄의 ${column} 열: “${value}”은(는) 숫자가 아닙니다. 단어는 마지막 열에만 쓸 수 있으니 나머지는 숫자로 바꾸십시오.`,
  emptyCell: ({ row, column }) => `${row}번째 줄의 ${column} 열이 비어 있습니다. 값을 넣거나 그 줄을 빼십시오.`,
  oneClass: ({ label }) => `모든 샘플의 라벨이 “${label}”입니다. 라벨이 둘 이상이어야 합니다.`,
  tooManyClasses: ({ classes, most }) =>
    `마지막 열에 서로 다른 단어가 ${classes}개 있습니다. 클래스는 ${most}개까지 구별할 수 있습니다.`,
  damaged: () =>
    '브라우저에 보관한 이 파일의 내용이 손상되어 읽을 수 없습니다. 파일을 다시 추가하십시오. 프로젝트의 나머지는 그대로입니다.',
  storageFull: () =>
    '브라우저 저장 공간이 가득 차 데이터를 둘 수 없습니다. 프로젝트를 지우거나 디스크 공간을 확보하십시오.',
  unreadable: ({ detail }) => `파일을 읽을 수 없습니다: ${detail}. UTF-8로 된 CSV나 탭으로 나눈 텍스트를 쓰십시오.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** Why a file does not become a dataset: what was expected, what came, the way out. */
export function tableTroubleText(trouble: TableTrouble, language: Language): string {
  const word = wordings[language][trouble.code] as (data: TableTrouble) => string;
  return word(trouble);
}

import type { TableTrouble } from '../../data/tables/tableTrouble';
import type { Language } from '../words';
import { josa } from '../korean/josa';

type Code = TableTrouble['code'];
type Data<C extends Code> = Extract<TableTrouble, { code: C }>;
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };

const en: Wordings = {
  empty: () => 'The file is empty. It needs one sample per line.',
  oneColumn: () =>
    'There is only one column. A table needs number columns and the target in the last column; a text file needs a tab and a label after each text.',
  tooFewRows: ({ rows, needed }) => `There are only ${rows} samples; at least ${needed} are needed.`,
  raggedRow: ({ row, expected, got }) =>
    `Line ${row} has ${got} columns, but the first line has ${expected}. All lines need the same number of columns.`,
  textCell: ({ row, column, value }) =>
    `Line ${row}, column ${column}: “${value}” is not a number. Only the last column may hold words; turn the others into numbers.`,
  emptyCell: ({ row, column }) => `Line ${row}, column ${column} is empty. Fill it in, or delete the line.`,
  oneClass: ({ label }) => `Every sample has the same label, “${label}”. There must be at least two.`,
  tooManyClasses: ({ classes, most }) =>
    `The last column has ${classes} different words; at most ${most} classes are supported.`,
  damaged: () =>
    'What this browser kept of this file is damaged and cannot be read. Add the file again; everything else of the project is here.',
  storageFull: () => 'The browser’s storage is full, so the data cannot be saved. Delete projects, or free disk space.',
  unreadable: ({ detail }) => `The file cannot be read: ${detail}. Use CSV or tab-separated text in UTF-8.`,
};

const ko: Wordings = {
  empty: () => '빈 파일이에요. 한 줄에 샘플이 하나씩 있어야 해요.',
  oneColumn: () =>
    '열이 하나뿐이에요. 표에는 숫자 열과 마지막 정답 열이, 텍스트에는 탭으로 구분한 글과 레이블이 필요해요.',
  tooFewRows: ({ rows, needed }) => `샘플이 ${rows}개뿐이에요. ${needed}개 이상 필요해요.`,
  raggedRow: ({ row, expected, got }) =>
    `${row}번째 줄의 열은 ${got}개인데 첫 줄은 ${expected}개예요. 모든 줄의 열 수를 맞추세요.`,
  textCell: ({ row, column, value }) =>
    `${row}번째 줄 ${column}번째 열: ${josa(`“${value}”`, '은/는')} 숫자가 아니에요. 단어는 마지막 열에만 쓸 수 있으니 나머지는 숫자로 바꾸세요.`,
  emptyCell: ({ row, column }) => `${row}번째 줄 ${column}번째 열이 비어 있어요. 값을 넣거나 그 줄을 삭제하세요.`,
  oneClass: ({ label }) => `모든 샘플의 레이블이 “${label}” 하나뿐이에요. 레이블이 두 가지 이상 있어야 해요.`,
  tooManyClasses: ({ classes, most }) =>
    `마지막 열에 서로 다른 단어가 ${classes}개 있어요. 클래스는 ${most}개까지 분류할 수 있어요.`,
  damaged: () =>
    '브라우저에 보관한 이 파일의 내용이 손상되어 읽을 수 없어요. 파일을 다시 추가하세요. 프로젝트의 나머지는 그대로예요.',
  storageFull: () =>
    '브라우저 저장 공간이 가득 차 데이터를 저장할 수 없어요. 프로젝트를 삭제하거나 디스크 공간을 확보하세요.',
  unreadable: ({ detail }) => `파일을 읽을 수 없어요: ${detail}. UTF-8로 된 CSV나 탭으로 구분한 텍스트를 사용하세요.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** Why a file does not become a dataset: what was expected, what came, the way out. */
export function tableTroubleText(trouble: TableTrouble, language: Language): string {
  const word = wordings[language][trouble.code] as (data: TableTrouble) => string;
  return word(trouble);
}

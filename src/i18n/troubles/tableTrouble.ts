import type { TableTrouble } from '../../data/tables/tableTrouble';
import type { Language } from '../words';
import { josa } from '../korean/josa';

type Code = TableTrouble['code'];
type Data<C extends Code> = Extract<TableTrouble, { code: C }>;
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };
type NotText = Data<'notText'>['is'];

const count = (value: number) => value.toLocaleString('en-US');
const enKinds: Readonly<Record<NotText, string>> = {
  excel: 'an Excel workbook. Save the sheet as CSV there, and bring that',
  zip: 'a zip. Unpack it, and bring the table in it',
  gzip: 'packed (.gz). Unpack it, and bring the table in it',
  pdf: 'a PDF. Save its table as CSV, and bring that',
  hdf5: 'an HDF5 file. Save its table as CSV, and bring that',
  numpy: 'a file of numpy. Save its values as CSV (numpy.savetxt), and bring that',
  parquet: 'a Parquet file. Save it as CSV (DataFrame.to_csv), and bring that',
  picture: 'a picture. Pictures belong to “Photos…”',
  binary: 'no text: it has bytes in it that no letter has. Save the table as CSV, and bring that',
};
const koKinds: Readonly<Record<NotText, string>> = {
  excel: 'Excel 통합 문서예요. Excel에서 시트를 CSV로 저장해 그 파일을 가져오세요',
  zip: 'ZIP 파일이에요. 압축을 풀고 안에 있는 표를 가져오세요',
  gzip: '압축 파일(.gz)이에요. 압축을 풀고 안에 있는 표를 가져오세요',
  pdf: 'PDF예요. 안에 있는 표를 CSV로 저장해 그 파일을 가져오세요',
  hdf5: 'HDF5 파일이에요. 안에 있는 표를 CSV로 저장해 그 파일을 가져오세요',
  numpy: 'numpy 파일이에요. 값을 CSV로 저장해(numpy.savetxt) 그 파일을 가져오세요',
  parquet: 'Parquet 파일이에요. CSV로 저장해(DataFrame.to_csv) 그 파일을 가져오세요',
  picture: '이미지예요. 이미지는 “사진…”에서 가져오세요',
  binary: '텍스트 파일이 아니에요. 글자가 아닌 바이트가 들어 있어요. 표를 CSV로 저장해 가져오세요',
};

const en: Wordings = {
  empty: () => 'The file is empty. It needs one sample per line.',
  oneColumn: () =>
    'There is only one column. A table needs a target and at least one column beside it, with commas, semicolons or tabs between them.',
  notText: ({ is }) => `This is ${enKinds[is]}.`,
  noFeatures: () =>
    'No column is left to learn from. Besides the target, take at least one column as number, category, date or text.',
  notJson: ({ row }) =>
    `Line ${row} is no JSON object. JSON lines have one object per line; mend the line, or leave such lines out.`,
  infiniteCell: ({ row, column, value }) =>
    `Line ${row}, column ${column}: “${value}” is infinite, which no model can learn from. Change it, or take such cells as missing.`,
  tooManyCategories: ({ column, most }) =>
    `Column ${column} has more than ${count(most)} different words. Take it as text, or ignore it.`,
  tooLarge: ({ values, most }) =>
    `The table would become ${count(values)} numbers; at most ${count(most)} fit. Ignore columns with many categories, or take fewer rows.`,
  tooFewGroups: ({ groups, needed }) =>
    groups === 1
      ? `All rows are of one group, but each part needs one of its own: ${needed} at least. Choose another column, or divide the rows in another way.`
      : `There are only ${groups} groups, but each part needs one of its own: ${needed} at least. Choose another column, set no test aside, or divide the rows in another way.`,
  tooFewRows: ({ rows, needed }) => `There are only ${rows} samples; at least ${needed} are needed.`,
  raggedRow: ({ row, expected, got }) =>
    `Line ${row} has ${got} columns, but the table has ${expected}. Mend the line, or leave such lines out.`,
  textCell: ({ row, column, value }) =>
    `Line ${row}, column ${column}: “${value}” is not a number. Change it, take such cells as missing, or take the column as categories.`,
  emptyCell: ({ row, column }) =>
    `Line ${row}, column ${column} is empty, but says how much the row counts. Fill it in, or delete the line.`,
  oneClass: ({ label }) => `Every sample has the same label, “${label}”. There must be at least two.`,
  tooManyClasses: ({ classes, most }) =>
    `The target has ${classes} different words; at most ${most} classes are supported.`,
  damaged: () =>
    'What this browser kept of this file is damaged and cannot be read. Add the file again; everything else of the project is here.',
  storageFull: () => 'The browser’s storage is full, so the data cannot be saved. Delete projects, or free disk space.',
  unreadable: ({ detail }) => `The file cannot be read: ${detail}. Use text: CSV, tab-separated or JSON lines.`,
};

const ko: Wordings = {
  empty: () => '빈 파일이에요. 한 줄에 샘플이 하나씩 있어야 해요.',
  oneColumn: () =>
    '열이 하나뿐이에요. 표에는 정답 열과 그 밖의 열이 하나 이상 있어야 해요. 열 사이는 쉼표, 세미콜론, 탭으로 구분하세요.',
  notText: ({ is }) => `이 파일은 ${koKinds[is]}.`,
  noFeatures: () => '학습할 열이 남지 않았어요. 정답 말고도 열 하나 이상을 수치, 범주, 날짜, 텍스트 중 하나로 두세요.',
  notJson: ({ row }) =>
    `${row}번째 줄은 JSON 객체가 아니에요. 한 줄에 객체가 하나씩 있어야 해요. 줄을 고치거나 이런 줄을 제외하세요.`,
  infiniteCell: ({ row, column, value }) =>
    `${row}번째 줄 ${column} 열: ${josa(`“${value}”`, '은/는')} 무한대라서 학습할 수 없어요. 값을 고치거나 이런 값을 결측값으로 처리하세요.`,
  tooManyCategories: ({ column, most }) =>
    `${column} 열에 서로 다른 단어가 ${count(most)}개보다 많아요. 텍스트로 바꾸거나 사용하지 마세요.`,
  tooLarge: ({ values, most }) =>
    `이 표를 변환하면 수치가 ${count(values)}개가 돼요. ${count(most)}개까지만 가능하니, 범주가 많은 열을 사용하지 않거나 행을 줄이세요.`,
  tooFewGroups: ({ groups, needed }) =>
    `그룹이 ${groups}개뿐인데, 나눈 부분마다 그룹이 있어야 해서 ${needed}개 이상 필요해요. 다른 열을 고르거나, 테스트를 없애거나, 다른 방법으로 나누세요.`,
  tooFewRows: ({ rows, needed }) => `샘플이 ${rows}개뿐이에요. ${needed}개 이상 필요해요.`,
  raggedRow: ({ row, expected, got }) =>
    `${row}번째 줄의 열은 ${got}개인데 표의 열은 ${expected}개예요. 줄을 고치거나 이런 줄을 제외하세요.`,
  textCell: ({ row, column, value }) =>
    `${row}번째 줄 ${column} 열: ${josa(`“${value}”`, '은/는')} 숫자가 아니에요. 값을 고치거나, 이런 값을 결측값으로 처리하거나, 열을 범주로 바꾸세요.`,
  emptyCell: ({ row, column }) =>
    `${row}번째 줄 ${column} 열(샘플 가중치)이 비어 있어요. 값을 넣거나 그 줄을 삭제하세요.`,
  oneClass: ({ label }) => `모든 샘플의 레이블이 “${label}” 하나뿐이에요. 레이블이 두 가지 이상 있어야 해요.`,
  tooManyClasses: ({ classes, most }) =>
    `정답 열에 서로 다른 단어가 ${classes}개 있어요. 클래스는 ${most}개까지 분류할 수 있어요.`,
  damaged: () =>
    '브라우저에 보관한 이 파일의 내용이 손상되어 읽을 수 없어요. 파일을 다시 추가하세요. 프로젝트의 나머지는 그대로예요.',
  storageFull: () =>
    '브라우저 저장 공간이 가득 차 데이터를 저장할 수 없어요. 프로젝트를 삭제하거나 디스크 공간을 확보하세요.',
  unreadable: ({ detail }) =>
    `파일을 읽을 수 없어요: ${detail}. CSV, 탭으로 구분한 텍스트, JSON lines 중 하나를 사용하세요.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** Why a file does not become a dataset: what was expected, what came, the way out. */
export function tableTroubleText(trouble: TableTrouble, language: Language): string {
  const word = wordings[language][trouble.code] as (data: TableTrouble) => string;
  return word(trouble);
}

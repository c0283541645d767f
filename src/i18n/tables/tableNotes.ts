import type { TableNote } from '../../data/tables/taking/notes';
import { inView } from '../inView';
import { josa } from '../korean/josa';
import type { Language } from '../words';
import { encodingNames, fixNames } from './tableWords';

type Code = TableNote['code'];
type Data<C extends Code> = Extract<TableNote, { code: C }>;
type Wordings = { readonly [C in Code]: (note: Data<C>) => string };

const counted = (count: number) => count.toLocaleString('en-US');
const rowsEn = (count: number) => (count === 1 ? '1 row' : `${counted(count)} rows`);
const cellsEn = (count: number) => (count === 1 ? '1 cell' : `${counted(count)} cells`);
const per = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
const from = (line: number) => (line === 0 ? '' : `, first in line ${line}`);
const fromKo = (line: number) => (line === 0 ? '' : `(처음은 ${line}번째 줄)`);

const en: Wordings = {
  ragged: ({ level, count, line, got, expected }) =>
    level === 'blocks'
      ? `${rowsEn(count)} of another length${from(line)}: ${got} cells where the table has ${expected}. Mend the file, or leave such rows out.`
      : `${rowsEn(count)} of another length left out${from(line)}.`,
  notJson: ({ level, count, line }) =>
    level === 'blocks'
      ? `${count === 1 ? '1 line is' : `${counted(count)} lines are`} no JSON object${from(line)}. Mend the file, or leave such lines out.`
      : `${count === 1 ? '1 line' : `${counted(count)} lines`} that ${count === 1 ? 'is' : 'are'} no JSON object left out${from(line)}.`,
  oddCells: ({ level, column, count, line, value }) =>
    level === 'blocks'
      ? `Column ${column}: ${cellsEn(count)} of no number, first in line ${line}: “${value}”. Take such cells as missing, or the column as a category.`
      : `Column ${column}: ${cellsEn(count)} of no number taken as missing, first in line ${line}: “${value}”.`,
  infinite: ({ level, column, count, line }) =>
    level === 'blocks'
      ? `Column ${column}: ${cellsEn(count)} infinite${from(line)}. Take such cells as missing, or mend the file.`
      : `Column ${column}: ${cellsEn(count)} infinite, taken as missing${from(line)}.`,
  fewRows: ({ rows, needed }) => `Only ${rowsEn(rows)} with a target; at least ${needed} are needed.`,
  oneClass: ({ column, label }) =>
    `All rows have the same target, “${label}” in ${column}. Choose another target, or bring rows of at least two classes.`,
  manyClasses: ({ column, classes, most }) =>
    `The target ${column} has ${counted(classes)} different labels; at most ${counted(most)} classes are supported. Choose another target.`,
  noFeatures: () => 'No column is left to learn from. Take one besides the target as number, category, date or text.',
  encoding: ({ encoding }) =>
    `The letters are read as ${encodingNames.en[encoding]}, which is a guess. Look at the preview.`,
  broken: ({ encoding, line }) =>
    `Line ${line} has a broken letter in ${encodingNames.en[encoding]}. Look at the preview, or choose another encoding.`,
  header: ({ header }) =>
    header
      ? 'The first line is taken as names of the columns, which is a guess.'
      : 'The first line is taken as data, which is a guess.',
  target: ({ column }) => `Which column is to be predicted? ${column} is a guess.`,
  labels: ({ to, from: others }) =>
    `Labels that differ in case or spaces alone: “${to}” and ${others.map((label) => `“${label}”`).join(', ')}.`,
  leak: ({ column }) =>
    `Column ${column} says the same as the target in every row: a model would learn nothing else. Leave it out, unless it is known before the answer is.`,
  duplicates: ({ level, count, line }) =>
    level === 'says'
      ? `${rowsEn(count)} that ${count === 1 ? 'repeats an earlier one' : 'repeat earlier ones'} left out${from(line)}.`
      : `${rowsEn(count)} ${count === 1 ? 'repeats an earlier one' : 'repeat earlier ones'}${from(line)}. The same row may be in training and validation at once.`,
  dateOrder: ({ column }) => `Column ${column}: day or month first? Both would do.`,
  noTarget: ({ column, count, line }) => `${rowsEn(count)} without a target (${column}) left out${from(line)}.`,
  missing: ({ column, fix, count, line }) =>
    `Column ${column}: ${cellsEn(count)} missing${from(line)}: ${fixNames.en[fix]}.`,
  constant: ({ column }) => `Column ${column} is the same in every row, or empty: it is not used.`,
  outliers: ({ column, share }) => `Column ${column}: ${per(share)} of the values lie far from the others.`,
  unit: ({ column, unit }) => `Column ${column}: numbers in “${unit}”.`,
  textLeft: ({ column }) =>
    `Column ${column} is text and is left out beside the others. To learn from the text alone, take the other columns as not used.`,
  strayQuote: ({ count, line }) =>
    `${count === 1 ? '1 quotation mark opens' : `${counted(count)} quotation marks open`} nothing${from(line)}: taken as a letter.`,
  quoteAcross: ({ count, line }) =>
    `${count === 1 ? '1 quoted cell goes' : `${counted(count)} quoted cells go`} over two lines that could be two rows${from(line)}.`,
  comment: ({ count, line }) => `${count === 1 ? '1 comment' : `${counted(count)} comments`} left out${from(line)}.`,
  preamble: ({ count, line }) =>
    `${count === 1 ? '1 line' : `${counted(count)} lines`} above the table left out${from(line)}.`,
};

const ko: Wordings = {
  ragged: ({ level, count, line, got, expected }) =>
    level === 'blocks'
      ? `열 수가 다른 행이 ${counted(count)}개 있어요${fromKo(line)}. 표의 열은 ${expected}개인데 ${got}개예요. 파일을 고치거나 이런 행을 빼세요.`
      : `열 수가 다른 행 ${counted(count)}개를 뺐어요${fromKo(line)}.`,
  notJson: ({ level, count, line }) =>
    level === 'blocks'
      ? `JSON 객체가 아닌 줄이 ${counted(count)}개 있어요${fromKo(line)}. 파일을 고치거나 이런 줄을 빼세요.`
      : `JSON 객체가 아닌 줄 ${counted(count)}개를 뺐어요${fromKo(line)}.`,
  oddCells: ({ level, column, count, line, value }) =>
    level === 'blocks'
      ? `${column} 열: 숫자가 아닌 칸이 ${counted(count)}개 있어요. 처음은 ${line}번째 줄의 “${value}”. 이런 칸을 결측값으로 처리하거나 열을 범주로 바꾸세요.`
      : `${column} 열: 숫자가 아닌 칸 ${counted(count)}개를 결측값으로 처리해요. 처음은 ${line}번째 줄의 “${value}”.`,
  infinite: ({ level, column, count, line }) =>
    level === 'blocks'
      ? `${column} 열: 무한대인 칸이 ${counted(count)}개 있어요${fromKo(line)}. 결측값으로 처리하거나 파일을 고치세요.`
      : `${column} 열: 무한대인 칸 ${counted(count)}개를 결측값으로 처리해요${fromKo(line)}.`,
  fewRows: ({ rows, needed }) => `정답이 있는 행이 ${counted(rows)}개뿐이에요. ${needed}개 이상 필요해요.`,
  oneClass: ({ column, label }) =>
    `모든 행의 정답이 같아요(${column}: “${label}”). 정답 열을 바꾸거나 클래스가 둘 이상인 데이터를 가져오세요.`,
  manyClasses: ({ column, classes, most }) =>
    `정답 열 ${column}에 서로 다른 레이블이 ${counted(classes)}개 있어요. 클래스는 ${counted(most)}개까지 가능해요. 정답 열을 바꾸세요.`,
  noFeatures: () => '학습할 열이 남지 않았어요. 정답 말고 한 열을 수치, 범주, 날짜, 텍스트 중 하나로 두세요.',
  encoding: ({ encoding }) =>
    `글자를 ${josa(encodingNames.ko[encoding], '으로/로')} 읽었지만 추측이에요. 미리보기를 확인하세요.`,
  broken: ({ encoding, line }) =>
    `${line}번째 줄에 깨진 글자가 있어요(${encodingNames.ko[encoding]}). 미리보기를 확인하거나 다른 인코딩을 선택하세요.`,
  header: ({ header }) =>
    header ? '첫 줄을 열 이름으로 읽었지만 추측이에요.' : '첫 줄을 데이터로 읽었지만 추측이에요.',
  target: ({ column }) => `어느 열을 예측할까요? ${josa(column, '은/는')} 추측이에요.`,
  labels: ({ to, from: others }) =>
    `대소문자나 공백만 다른 레이블이 있어요: “${to}”, ${others.map((label) => `“${label}”`).join(', ')}.`,
  leak: ({ column }) =>
    `${column} 열은 모든 행에서 정답과 같은 내용이에요. 모델이 이 열만 보게 되니, 정답보다 먼저 알 수 있는 값이 아니면 빼세요.`,
  duplicates: ({ level, count, line }) =>
    level === 'says'
      ? `중복된 행 ${counted(count)}개를 뺐어요${fromKo(line)}.`
      : `중복된 행이 ${counted(count)}개 있어요${fromKo(line)}. 학습과 검증에 같은 행이 들어갈 수 있어요.`,
  dateOrder: ({ column }) => `${column} 열: 일과 월 중 무엇이 먼저인가요? 둘 다 가능해요.`,
  noTarget: ({ column, count, line }) => `정답(${column})이 없는 행 ${counted(count)}개를 뺐어요${fromKo(line)}.`,
  missing: ({ column, fix, count, line }) =>
    `${column} 열: 빈 칸 ${counted(count)}개${fromKo(line)}: ${fixNames.ko[fix]}.`,
  constant: ({ column }) => `${column} 열은 모든 행이 같거나 비어 있어서 사용하지 않아요.`,
  outliers: ({ column, share }) => `${column} 열: 다른 값에서 멀리 떨어진 값이 ${per(share)} 있어요.`,
  unit: ({ column, unit }) => `${column} 열: 단위는 “${unit}”.`,
  textLeft: ({ column }) =>
    `${column} 열은 텍스트라서 다른 열과 함께 쓰지 않아요. 텍스트만으로 학습하려면 나머지 열을 ‘사용 안 함’으로 두세요.`,
  strayQuote: ({ count, line }) => `짝이 없는 따옴표가 ${counted(count)}개 있어 글자로 읽었어요${fromKo(line)}.`,
  quoteAcross: ({ count, line }) =>
    `따옴표로 묶은 칸 ${counted(count)}개가 두 줄에 걸쳐 있어요${fromKo(line)}. 행 두 개일 수도 있어요.`,
  comment: ({ count, line }) => `주석 ${counted(count)}줄을 뺐어요${fromKo(line)}.`,
  preamble: ({ count, line }) => `표 위에 있는 ${counted(count)}줄을 뺐어요${fromKo(line)}.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** What is to be known of a table, in a sentence or two. */
export function tableNoteText(note: TableNote, language: Language): string {
  const word = wordings[language][note.code] as (note: TableNote) => string;
  return word(inView(note));
}

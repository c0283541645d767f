import { expect, test } from 'vitest';
import { rows, surveyed } from '../../data/tables/testTables';
import { type TableChoices, proposedChoices } from '../../data/tables/taking/choices';
import { notesOf } from '../../data/tables/taking/notes';
import { tableNoteText } from './tableNotes';

const label = (at: number) => (at % 2 ? 'x' : 'y');
const body = rows(30, (at) => `${at % 4}.5,${at * 1.5},${label(at)}`);

/** What is said of a table in both languages. */
async function said(text: string, change: Partial<TableChoices> = {}): Promise<readonly (readonly string[])[]> {
  const survey = await surveyed(text);
  const notes = notesOf(survey, { ...proposedChoices(survey), ...change });
  return notes.map((note) => [note.level, tableNoteText(note, 'en'), tableNoteText(note, 'ko')]);
}

test.each<[string, string, string, string, string, Partial<TableChoices>?]>([
  [
    'ragged rows',
    `a,b,c\n${body}\n1,2`,
    'blocks',
    '1 row of another length, first in line 32: 2 cells where the table has 3. Mend the file, or leave such rows out.',
    '열 수가 다른 행이 1개 있어요(처음은 32번째 줄). 표의 열은 3개인데 2개예요. 파일을 고치거나 이런 행을 빼세요.',
  ],
  [
    'ragged rows left out',
    `a,b,c\n${body}\n1,2`,
    'says',
    '1 row of another length left out, first in line 32.',
    '열 수가 다른 행 1개를 뺐어요(처음은 32번째 줄).',
    { leaveOut: true },
  ],
  [
    'lines that are no objects',
    `${rows(20, (at) => `{"a":${at}.5,"y":"${label(at)}"}`)}\n{]`,
    'blocks',
    '1 line is no JSON object, first in line 21. Mend the file, or leave such lines out.',
    'JSON 객체가 아닌 줄이 1개 있어요(처음은 21번째 줄). 파일을 고치거나 이런 줄을 빼세요.',
  ],
  [
    'words among numbers',
    `a,b,c\n${body}\nfew,1.5,x`,
    'blocks',
    'Column a: 1 cell of no number, first in line 32: “few”. Take such cells as missing, or the column as a category.',
    'a 열: 숫자가 아닌 칸이 1개 있어요. 처음은 32번째 줄의 “few”. 이런 칸을 결측값으로 처리하거나 열을 범주로 바꾸세요.',
  ],
  [
    'infinite values',
    `a,b,c\n${body}\ninf,1.5,x`,
    'blocks',
    'Column a: 1 cell infinite, first in line 32. Take such cells as missing, or mend the file.',
    'a 열: 무한대인 칸이 1개 있어요(처음은 32번째 줄). 결측값으로 처리하거나 파일을 고치세요.',
  ],
  [
    'one row',
    'a,b,c\n1.5,2,x',
    'blocks',
    'Only 1 row with a target; at least 10 are needed.',
    '정답이 있는 행이 1개뿐이에요. 10개 이상 필요해요.',
  ],
  [
    'one class',
    `a,label\n${rows(20, (at) => `${at}.5,x`)}`,
    'blocks',
    'All rows have the same target, “x” in label. Choose another target, or bring rows of at least two classes.',
    '모든 행의 정답이 같아요(label: “x”). 정답 열을 바꾸거나 클래스가 둘 이상인 데이터를 가져오세요.',
  ],
  [
    'nothing to learn from',
    `a,b\n${rows(20, (at) => `1,${at}.5`)}`,
    'blocks',
    'No column is left to learn from. Take one besides the target as number, category, date or text.',
    '학습할 열이 남지 않았어요. 정답 말고 한 열을 수치, 범주, 날짜, 텍스트 중 하나로 두세요.',
  ],
  [
    'constant columns',
    `a,b,c\n${rows(30, (at) => `1,${at}.5,${label(at)}`)}`,
    'says',
    'Column a is the same in every row, or empty: it is not used.',
    'a 열은 모든 행이 같거나 비어 있어서 사용하지 않아요.',
  ],
  [
    'a target that is missing',
    `a,b,c\n${body}\n1.5,2.5,`,
    'says',
    '1 row without a target (c) left out, first in line 32.',
    '정답(c)이 없는 행 1개를 뺐어요(처음은 32번째 줄).',
  ],
  [
    'a column that is the target',
    `a,b,c\n${rows(30, (at) => `${at}.5,${at % 2},${label(at)}`)}`,
    'asks',
    'Column b says the same as the target in every row: a model would learn nothing else. Leave it out, unless it is known before the answer is.',
    'b 열은 모든 행에서 정답과 같은 내용이에요. 모델이 이 열만 보게 되니, 정답보다 먼저 알 수 있는 값이 아니면 빼세요.',
  ],
  [
    'labels in two spellings',
    `a,c\n${rows(30, (at) => `${at}.5,${at % 2 ? 'no' : at % 3 ? 'Yes' : 'yes'}`)}`,
    'asks',
    'Labels that differ in case or spaces alone: “Yes” and “yes”.',
    '대소문자나 공백만 다른 레이블이 있어요: “Yes”, “yes”.',
  ],
  [
    'rows twice',
    `a,b,c\n${body}\n0.5,0,y`,
    'asks',
    '1 row repeats an earlier one, first in line 32. The same row may be in training and validation at once.',
    '중복된 행이 1개 있어요(처음은 32번째 줄). 학습과 검증에 같은 행이 들어갈 수 있어요.',
  ],
  [
    'which column is the target',
    `x1,x2\n${rows(20, (at) => `${at}.5,${at / 7}`)}`,
    'asks',
    'Which column is to be predicted? x2 is a guess.',
    '어느 열을 예측할까요? x2는 추측이에요.',
  ],
  [
    'day or month first',
    `day,sold,c\n${rows(30, (at) => `0${1 + (at % 9)}/0${1 + (at % 7)}/2024,${at}.5,${label(at)}`)}`,
    'asks',
    'Column day: day or month first? Both would do.',
    'day 열: 일과 월 중 무엇이 먼저인가요? 둘 다 가능해요.',
  ],
  [
    'a stray mark',
    `a,b,c\n${body}\n"1,5.5,x`,
    'says',
    '1 quotation mark opens nothing, first in line 32: taken as a letter.',
    '짝이 없는 따옴표가 1개 있어 글자로 읽었어요(처음은 32번째 줄).',
  ],
  [
    'units',
    `a,b,c\n${rows(30, (at) => `${at} kg,${at}.5,${label(at)}`)}`,
    'says',
    'Column a: numbers in “kg”.',
    'a 열: 단위는 “kg”.',
  ],
])('%s', async (_, text, level, en, ko, change) => {
  expect(await said(text, change)).toContainEqual([level, en, ko]);
});

test('what is in the way comes first, and nothing is said of a plain table but what it leaves open', async () => {
  const levels = (await said(`a,b,c\n${body}\n1,2\nx,1,x\n0.5,0,y`)).map(([level]) => level);
  expect(levels).toEqual(['blocks', 'blocks', 'asks']);
  expect(await said(`a,b,label\n${body}`)).toEqual([]);
  // Every number comes once: that both do says nothing.
  expect(await said(`x,y\n${rows(30, (at) => `${at}.5,${Math.sin(at)}`)}`)).toEqual([]);
});

import type { Language } from '../../brick/brick';
import type { DatasetFacts } from '../../data/dataset';
import type { TableSplit } from '../../data/tables/taking/split';
import { countText } from '../numbers';
import { defineWords } from '../words';

/** How the rows of a table are divided into training, validation and test. */
export const splitWords = defineWords({
  en: {
    division: 'Training, validation, test',
    by: 'Rows are divided',
    random: 'at random',
    stratified: 'at random, each class by its share',
    group: 'by groups that stay together',
    time: 'by time, the latest held back',
    column: 'by the column',
    validation: 'Validation',
    test: 'Test',
    none: 'none',
    parts: (training: string, validation: string, test: string) =>
      `About ${training} rows for training, ${validation} for validation, ${test} for the test.`,
    twoParts: (training: string, validation: string) =>
      `About ${training} rows for training, ${validation} for validation. No test is set aside.`,
    testHint: 'The test is looked at once, by a button in Results, when everything else is decided.',
    randomHint: 'Every row has the same chance.',
    stratifiedHint: 'Each part has the same shares of the classes.',
    groupHint: 'Rows with the same value there (a patient, a shop) are never in two parts.',
    timeHint: 'Later rows are never trained on to predict earlier ones. Rows without a time are trained on.',
  },
  ko: {
    division: '학습, 검증, 테스트',
    by: '행을 나누는 방법',
    random: '무작위로',
    stratified: '클래스 비율을 지키며 무작위로',
    group: '그룹이 흩어지지 않게',
    time: '시간순으로, 최근 것을 남김',
    column: '기준 열',
    validation: '검증',
    test: '테스트',
    none: '없음',
    parts: (training: string, validation: string, test: string) =>
      `학습용 약 ${training}행, 검증용 ${validation}행, 테스트용 ${test}행이에요.`,
    twoParts: (training: string, validation: string) =>
      `학습용 약 ${training}행, 검증용 ${validation}행이에요. 테스트용은 따로 두지 않아요.`,
    testHint: '테스트는 다른 것을 모두 정한 뒤에 “결과”의 버튼으로 한 번만 확인해요.',
    randomHint: '모든 행이 같은 확률로 나뉘어요.',
    stratifiedHint: '나눈 부분마다 클래스 비율이 같아요.',
    groupHint: '이 열의 값이 같은 행(환자, 매장 등)은 서로 다른 부분에 들어가지 않아요.',
    timeHint: '나중 행으로 학습해서 이전 행을 예측하는 일이 없어요. 시간이 빈 행은 학습에 써요.',
  },
});

/** How many rows each part will have; groups may make it a few more or less. */
export function splitParts(facts: DatasetFacts, language: Language): string {
  const words = splitWords[language];
  const { count, validation, test = 0 } = facts;
  const counts = [count - validation - test, validation, test].map((own) => countText(own, language));
  return test > 0 ? words.parts(counts[0]!, counts[1]!, counts[2]!) : words.twoParts(counts[0]!, counts[1]!);
}

/** The same with how they are divided, in a line. */
export const splitText = (facts: DatasetFacts, { by }: TableSplit, language: Language): string =>
  `${splitWords[language][by]}. ${splitParts(facts, language)}`;

import { expect, test } from 'vitest';
import { walkWords } from '../../i18n/voice/walkWords';
import { neighbourText } from './neighbourText';

test.each([
  [[], [], '', ''],
  [['digit'], ['flatten'], 'input from digit; output to flatten', '입력: digit; 출력: flatten'],
  [[], ['a', 'b'], 'output to a, b', '출력: a, b'],
  [['a', 'b', 'c', 'd', 'e'], [], 'input from a, b, c and 2 more', '입력: a, b, c 외 2개'],
])('%j → %j', (from, to, en, ko) => {
  expect(neighbourText({ from, to }, walkWords.en)).toBe(en);
  expect(neighbourText({ from, to }, walkWords.ko)).toBe(ko);
});

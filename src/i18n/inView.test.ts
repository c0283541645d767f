import { expect, test } from 'vitest';
import { projectsWords } from './projects';
import { inView, shortName } from './inView';
import { issueText } from './troubles/issues';

const long = 'n'.repeat(10_000);

test.each([
  ['a usual one stays', 'conv2d_1', 'conv2d_1'],
  ['one as long as a sentence stays', 'n'.repeat(160), 'n'.repeat(160)],
  ['one of two lines is shown in one', 'two\r\nlines\u2028and\ttabs\u0000', 'two lines and tabs '],
  ['one that turns what follows stands in its own direction', 'a\u202egnp.exe\u2067 b\u200f', 'agnp.exe b'],
  ['letters of every script stay', 'שלום مرحبا 안녕 é', 'שלום مرحبا 안녕 é'],
  ['beyond that its middle goes', `a${long}z`, `a${'n'.repeat(69)}…${'n'.repeat(39)}z`],
  ['no character is torn', '💥'.repeat(5000), `${'💥'.repeat(70)}…${'💥'.repeat(40)}`],
])('a name: %s', (_, name, shown) => {
  expect(shortName(name)).toBe(shown);
});

test('names in data and in sentences are cut, everything else stays as it is', () => {
  const sentence = 'word '.repeat(100);
  expect(inView({ sentence })).toEqual({ sentence });
  expect(inView({ a: [long, 1, null], b: 'b' })).toEqual({ a: [shortName(long), 1, null], b: 'b' });
  for (const language of ['en', 'ko'] as const) {
    expect(projectsWords[language].opened(long)).toContain(shortName(long));
    const issue = {
      code: 'cycle',
      where: long,
      data: { through: [long, long] },
      severity: 'error',
      fixes: [],
    } as const;
    expect(issueText(issue, language).length).toBeLessThan(1000);
  }
});

import { glossary } from './glossary';

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** Words that were typed, each with what texts here say for it. */
const known: readonly (readonly [typed: string, said: string])[] = glossary.flatMap(([english, korean, others = '']) =>
  [english, ...others.split('; ')]
    .filter((word) => word !== '')
    .map((word): readonly [string, string] => [plain(word), korean]),
);

/** What texts here say for a word that people type: `컨볼루션` is 합성곱, `파인튜닝` 미세 조정; nothing for a word of ours. */
export function meanings(typed: string): readonly string[] {
  const word = plain(typed);
  return [...new Set(known.filter(([other]) => other === word).map(([, said]) => said))];
}

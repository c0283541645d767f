import { importNotes } from '../../src/i18n/imports/importNotes';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { library } from '../../templates/index';
import { randomNumbers } from '../../src/data/random';

/** What somebody's hand, a copy or a broken disk does to a text. */
const pieces = [
  '(',
  ')',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '    ',
  '"',
  "'",
  '=',
  '**',
  '.',
  '#',
  '\t',
  '0',
  '1e9',
  'None',
  'for x in y:\n',
  'def f(x):\n',
  'lambda: ',
  '가',
  '\u0000',
  'while True:\n',
  'class A(B):\n',
  '@',
  '{',
  '}',
  'if 1 else ',
  '*args',
  '10**10**10',
  'range(10**9)',
  "'a' * 10**9",
  '[0] * 10**9',
];

/** A text with one to four places changed; the seed decides everything. */
export function mutated(text: string, seed: number): string {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  let changed = text;
  for (let count = 1 + below(4); count > 0; count--) {
    const [at, length] = [below(changed.length + 1), 1 + below(40)];
    const [before, part, after] = [changed.slice(0, at), changed.slice(at, at + length), changed.slice(at + length)];
    const other = below(changed.length + 1);
    const ways = [
      before + after,
      before + part + part + after,
      before + pieces[below(pieces.length)]! + part + after,
      before + changed.slice(other, other + length) + after,
      before + part.toUpperCase() + after,
    ];
    changed = ways[below(ways.length)]!;
  }
  return changed;
}

/** What this process has computed since, however long others kept the machine from it. */
export function processorSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What is wrong with the answer to a text: that it throws, says no words, or takes too long; null where nothing is. */
export async function wrongAnswer(text: string): Promise<string | null> {
  const file = { name: 'model.py', blob: new Blob([text]) };
  const start = process.cpuUsage();
  try {
    const read = await importModel(file, library);
    const said = read.ok
      ? importNotes(read.value.report, 'ko')
      : [importTroubleText(read.error, 'en'), importTroubleText(read.error, 'ko')];
    const seconds = processorSeconds(start);
    if (seconds > 2) return `${seconds.toFixed(1)} s`;
    if (said.some((words) => words.trim() === '' || /undefined|\[object|NaN/.test(words))) return said.join(' ');
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

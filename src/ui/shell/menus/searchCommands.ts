import type { Language } from '../../../brick/brick';
import type { Command } from '../../../editor/commands/command';
import { exporters } from '../../../exporters';
import type { Exporter } from '../../../exporters/exporter';
import { commandSynonyms } from '../../../i18n/commandSynonyms';
import { commandTexts } from '../../../i18n/commands';
import { meanings } from '../../../i18n/korean/meanings';

/** How a name answers to what was typed, best first; each is another kind, not a little more of the same. */
const closeness = ['exact', 'prefix', 'wordStarts', 'substring', 'scattered'] as const;
type Closeness = (typeof closeness)[number];

/** Words of letters and digits, in lower case: punctuation does not have to be typed. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Does every typed word begin a word of the name, in the same order? */
function beginWords(typed: readonly string[], words: readonly string[]): boolean {
  let next = 0;
  for (const word of words) if (next < typed.length && word.startsWith(typed[next]!)) next++;
  return next === typed.length;
}

/** Are all letters in the name, in the same order, the first of them where a word begins? */
function scattered(letters: string, words: readonly string[]): boolean {
  const start = words.findIndex((word) => word.startsWith(letters[0]!));
  let next = 0;
  for (const letter of start < 0 ? '' : words.slice(start).join('')) if (letter === letters[next]) next++;
  return next === letters.length;
}

/** Names are few and always the same. */
const known = new Map<string, readonly string[]>();

function wordsOfName(name: string): readonly string[] {
  const words = known.get(name) ?? wordsOf(name);
  known.set(name, words);
  return words;
}

function closenessOf(typed: readonly string[], name: string): Closeness | null {
  const words = wordsOfName(name);
  // Korean is written with and without spaces.
  const [letters, whole] = [typed.join(''), words.join('')];
  if (letters === whole) return 'exact';
  if (whole.startsWith(letters)) return 'prefix';
  if (beginWords(typed, words)) return 'wordStarts';
  if (whole.includes(letters)) return 'substring';
  return letters.length > 1 && scattered(letters, words) ? 'scattered' : null;
}

/** What a command is called; with a target it is its name, for what takes a model there. */
interface Name {
  readonly name: string;
  readonly target: Exporter | null;
}

/** Everything that a command is called, the page's language first, with how much each name counts. */
function namesOf({ id }: Command, language: Language): readonly Name[] {
  const texts = commandTexts[id];
  const words = [texts[language], texts.en, texts.ko, ...(commandSynonyms[id] ?? [])];
  const targets = id === 'exportModel' ? exporters : [];
  return [
    ...words.map((name) => ({ name, target: null })),
    ...targets.flatMap((target) => [target.name, ...target.also].map((name) => ({ name, target }))),
  ];
}

/** A command that answers to what was typed. */
export interface FoundCommand {
  readonly command: Command;
  readonly enabled: boolean;
  /** The target that was meant, by its name; null: the command as it is. */
  readonly target: Exporter | null;
  /** By its whole name, or another whole word for it. */
  readonly exact: boolean;
}

/**
 * Commands whose name in either language answers to the text, best first: the whole name, then its beginning, the
 * beginnings of its words, a part of it; scattered letters only where nothing else answers. Of equally good ones first
 * those that can run now, then those named so in the page's language, then the shorter name. The first is what Enter
 * means, also while it cannot run: no other command takes its place. Where no name answers, the words that texts here have
 * for what was typed are looked for.
 */
export function searchCommands(
  commands: readonly Command[],
  search: string,
  language: Language,
): readonly FoundCommand[] {
  const found = named(commands, search, language);
  return found.length > 0 ? found : meanings(search).flatMap((word) => named(commands, word, language));
}

function named(commands: readonly Command[], search: string, language: Language): readonly FoundCommand[] {
  const typed = wordsOf(search);
  if (typed.length === 0) return [];
  const found = commands.flatMap((command) => {
    const answers = namesOf(command, language).flatMap(({ name, target }, place) => {
      const close = closenessOf(typed, name);
      return close === null
        ? []
        : [{ rank: closeness.indexOf(close), foreign: place > 0 ? 1 : 0, length: name.length, target }];
    });
    const [best] = answers.toSorted((one, other) => one.rank - other.rank || one.foreign - other.foreign);
    return best === undefined ? [] : [{ command, enabled: command.enabled(), ...best }];
  });
  const last = closeness.indexOf('scattered');
  const whole = found.filter(({ rank }) => rank < last);
  return (whole.length > 0 ? whole : found)
    .toSorted(
      (one, other) =>
        one.rank - other.rank ||
        Number(other.enabled) - Number(one.enabled) ||
        one.foreign - other.foreign ||
        one.length - other.length,
    )
    .map(({ command, enabled, target, rank }) => ({ command, enabled, target, exact: rank === 0 }));
}

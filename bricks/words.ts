import type { AnyBrick, BrickWords, Language } from '../src/brick/brick';

type Words = Readonly<Record<Language, Readonly<Record<string, string>>>>;
type Worded = Pick<AnyBrick, 'type'> & { readonly docs: Readonly<Record<Language, Pick<BrickWords, 'params'>>> };

const files = import.meta.glob<Worded>('./*/*.ts', { eager: true, import: 'default', query: '?words' });

/** What each parameter of each brick is, by type. Apart from the bricks: the first load of the page does without. */
export const parameterWords: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.values(files).map(({ type, docs }) => [type, { en: docs.en.params, ko: docs.ko.params }]),
);

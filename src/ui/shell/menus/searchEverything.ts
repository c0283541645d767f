import type { Language } from '../../../brick/brick';
import type { AnyTemplate } from '../../../document/template';
import type { Command } from '../../../editor/commands/command';
import { paletteWords } from '../../../i18n/palette';
import { searchTemplates } from '../../gallery/searchTemplates';
import type { PaletteEntry } from '../../palette/entries';
import { searchBricks } from '../../palette/searchBricks';
import { type FoundCommand, searchCommands } from './searchCommands';

/** What answers to what was typed: a command, a template to open, a brick to add. */
export type Found =
  | ({ readonly kind: 'command' } & FoundCommand)
  | { readonly kind: 'template'; readonly template: AnyTemplate }
  | { readonly kind: 'brick'; readonly entry: PaletteEntry };

/** Of templates and bricks no more than these. */
const most = 6;

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** Everything there is to search. */
export interface Searched {
  readonly commands: readonly Command[];
  readonly templates: readonly AnyTemplate[];
  readonly bricks: readonly PaletteEntry[];
}

/**
 * Commands, templates and bricks that answer to the text, best first: commands by their whole names, then bricks and templates by
 * theirs, then other commands, templates and bricks.
 */
export function searchEverything(
  { commands, templates, bricks }: Searched,
  search: string,
  language: Language,
): readonly Found[] {
  const typed = plain(search);
  if (typed === '') return [];
  const found = searchCommands(commands, search, language).map((one) => ({ kind: 'command' as const, ...one }));
  const entries = searchBricks(bricks, search, (category) => [paletteWords.en[category], paletteWords.ko[category]])
    .slice(0, most)
    .map((entry) => ({ kind: 'brick' as const, entry }));
  const models = searchTemplates(templates, search)
    .flatMap((group) => group.templates)
    .toSorted((one, other) => Number(isNamed(other, typed)) - Number(isNamed(one, typed)))
    .slice(0, most)
    .map((template) => ({ kind: 'template' as const, template }));
  const whole = ({ entry: { brick, preset } }: (typeof entries)[number]) =>
    (preset ? [preset.name] : [brick.docs.en.name, brick.docs.ko.name, brick.layer.keras]).map(plain).includes(typed);
  return [
    ...found.filter(({ exact }) => exact),
    ...entries.filter(whole),
    ...models.filter(({ template }) => isNamed(template, typed)),
    ...found.filter(({ exact }) => !exact),
    ...models.filter(({ template }) => !isNamed(template, typed)),
    ...entries.filter((entry) => !whole(entry)),
  ];
}

const isNamed = ({ id, title, names }: AnyTemplate, typed: string) =>
  [id, title, names?.ko ?? title].map(plain).includes(typed);

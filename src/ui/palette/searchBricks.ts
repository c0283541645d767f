import type { Category } from '../../brick/brick';
import type { PaletteEntry } from './entries';

/** Categories in the palette's order. */
export const categories: readonly Category[] = [
  'data',
  'convolution',
  'pooling',
  'core',
  'recurrent',
  'wrapper',
  'activation',
  'dropout',
  'normalization',
  'shape',
  'merge',
  'augmentation',
  'pretrained',
];

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/**
 * How well an entry answers: 0 by its whole name as it is written, then in any writing, then by a name's beginning, another word for it, the beginning of one,
 * the inside of a name, and last by what is said about the brick; a lone letter is no more than a beginning.
 */
function rank(entry: PaletteEntry, search: string, categoryNames: readonly string[]): number | null {
  const text = plain(search);
  const { brick, preset } = entry;
  const own = [brick.docs.en.name, brick.docs.ko.name, brick.layer.keras, brick.type];
  // `ReLU` is the brick, `relu` the setting.
  const written = preset ? [preset.name] : own;
  const names = written.map(plain);
  const also = entry.also.map(plain);
  const about = [brick.docs.en.about, brick.docs.ko.about, brick.category, ...categoryNames].map(plain);
  const ways: readonly (() => boolean)[] = [
    () => written.includes(search.trim()),
    () => names.includes(text),
    () => names.some((name) => name.startsWith(text)),
    () => also.includes(text),
    () => also.some((word) => word.startsWith(text)),
    () => names.some((name) => name.includes(text)),
    () => text.length > 1 && [...also, ...about].some((said) => said.includes(text)),
  ];
  const best = ways.findIndex((way) => way());
  return best < 0 ? null : best;
}

/** Entries whose names, other words or description have the text, best first. */
export function searchBricks(
  entries: readonly PaletteEntry[],
  search: string,
  categoryNames: (category: Category) => readonly string[] = () => [],
): readonly PaletteEntry[] {
  const text = plain(search);
  if (text === '') return entries;
  const found = entries
    .map((entry) => ({ entry, rank: rank(entry, search, categoryNames(entry.brick.category)) }))
    .filter((one): one is { entry: PaletteEntry; rank: number } => one.rank !== null);
  return found.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

/** Entries by category, in the palette's order; empty categories are left out. */
export function byCategory(
  entries: readonly PaletteEntry[],
): readonly { readonly category: Category; readonly entries: readonly PaletteEntry[] }[] {
  return categories
    .map((category) => ({ category, entries: entries.filter(({ brick }) => brick.category === category) }))
    .filter((group) => group.entries.length > 0);
}

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

/** Where in the names the text is found: 0 at a name's beginning, 1 inside one, 2 in what is said about the brick. */
function rank({ brick, preset }: PaletteEntry, text: string, categoryNames: readonly string[]): number | null {
  const own = [brick.docs.en.name, brick.docs.ko.name, brick.layer.keras, brick.type];
  const names = (preset ? [preset.name] : own).map(plain);
  if (names.some((name) => name.startsWith(text))) return 0;
  if (names.some((name) => name.includes(text))) return 1;
  const about = [brick.docs.en.about, brick.docs.ko.about, brick.category, ...categoryNames].map(plain);
  return text.length > 1 && about.some((said) => said.includes(text)) ? 2 : null;
}

/** Entries whose English, Korean or Keras name has the text, best first; what is said about them counts last. */
export function searchBricks(
  entries: readonly PaletteEntry[],
  search: string,
  categoryNames: (category: Category) => readonly string[] = () => [],
): readonly PaletteEntry[] {
  const text = plain(search);
  if (text === '') return entries;
  const found = entries
    .map((entry) => ({ entry, rank: rank(entry, text, categoryNames(entry.brick.category)) }))
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

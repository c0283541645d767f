import type { AnyBrick, Category } from '../../brick/brick';

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

/** Where in the brick's names the text is found: 0 at a name's beginning, 1 inside one, 2 in what is said about it. */
function rank(brick: AnyBrick, text: string, categoryNames: readonly string[]): number | null {
  const names = [brick.docs.en.name, brick.docs.ko.name, brick.layer.keras, brick.type].map(plain);
  if (names.some((name) => name.startsWith(text))) return 0;
  if (names.some((name) => name.includes(text))) return 1;
  const about = [brick.docs.en.about, brick.docs.ko.about, brick.category, ...categoryNames].map(plain);
  return text.length > 1 && about.some((said) => said.includes(text)) ? 2 : null;
}

/** Bricks whose English, Korean or Keras name has the text, best first; what is said about them counts last. */
export function searchBricks(
  bricks: readonly AnyBrick[],
  search: string,
  categoryNames: (category: Category) => readonly string[] = () => [],
): readonly AnyBrick[] {
  const text = plain(search);
  if (text === '') return bricks;
  const found = bricks
    .map((brick) => ({ brick, rank: rank(brick, text, categoryNames(brick.category)) }))
    .filter((one): one is { brick: AnyBrick; rank: number } => one.rank !== null);
  return found.sort((one, other) => one.rank - other.rank).map(({ brick }) => brick);
}

/** Bricks by category, in the palette's order; empty categories are left out. */
export function byCategory(
  bricks: readonly AnyBrick[],
): readonly { readonly category: Category; readonly bricks: readonly AnyBrick[] }[] {
  return categories
    .map((category) => ({ category, bricks: bricks.filter((brick) => brick.category === category) }))
    .filter((group) => group.bricks.length > 0);
}

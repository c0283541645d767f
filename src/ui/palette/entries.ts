import type { AnyBrick, Language } from '../../brick/brick';
import type { Json } from '../../document/document';

/** One thing that lies in the palette: a brick as it is, or with a preset's settings under the preset's name. */
export interface PaletteEntry {
  /** `dense`, or `activation/relu` for a preset. */
  readonly id: string;
  readonly brick: AnyBrick;
  readonly preset: { readonly name: string; readonly params: Readonly<Record<string, Json>> } | null;
  /** Other words by which people look for it. */
  readonly also: readonly string[];
}

const wordsOf = (also: string | undefined) => also?.split(', ') ?? [];

/** A brick and its presets. */
export function entriesOf(brick: AnyBrick): readonly PaletteEntry[] {
  const presets = (brick.presets ?? []).map(({ name, also, params }) => ({
    id: `${brick.type}/${name}`,
    brick,
    preset: { name, params: params as Readonly<Record<string, Json>> },
    also: wordsOf(also),
  }));
  return [...presets, { id: brick.type, brick, preset: null, also: wordsOf(brick.also) }];
}

/** The entry with this id, as a drag carries it. */
export function entryById(bricks: Readonly<Record<string, AnyBrick>>, id: string): PaletteEntry | undefined {
  const type = id.split('/')[0]!;
  const brick = Object.hasOwn(bricks, type) ? bricks[type] : undefined;
  return brick && entriesOf(brick).find((entry) => entry.id === id);
}

export const entryName = ({ brick, preset }: PaletteEntry, language: Language) =>
  preset?.name ?? brick.docs[language].name;

/** Does it lie open, or come with its category's “more” button? A preset is made because people reach for it. */
export const isEveryday = ({ brick, preset }: PaletteEntry) => preset !== null || brick.everyday === true;

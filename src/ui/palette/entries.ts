import type { AnyBrick, Language } from '../../brick/brick';
import type { Json } from '../../document/document';

/** One thing that lies in the palette: a brick as it is, or with a preset's settings under the preset's name. */
export interface PaletteEntry {
  /** `dense`, or `activation/relu` for a preset. */
  readonly id: string;
  readonly brick: AnyBrick;
  readonly preset: { readonly name: string; readonly params: Readonly<Record<string, Json>> } | null;
}

/** A brick and its presets. */
export function entriesOf(brick: AnyBrick): readonly PaletteEntry[] {
  const presets = (brick.presets ?? []).map(({ name, params }) => ({
    id: `${brick.type}/${name}`,
    brick,
    preset: { name, params: params as Readonly<Record<string, Json>> },
  }));
  return [...presets, { id: brick.type, brick, preset: null }];
}

/** The entry with this id, as a drag carries it. */
export function entryById(bricks: Readonly<Record<string, AnyBrick>>, id: string): PaletteEntry | undefined {
  const type = id.split('/')[0]!;
  const brick = Object.hasOwn(bricks, type) ? bricks[type] : undefined;
  return brick && entriesOf(brick).find((entry) => entry.id === id);
}

export const entryName = ({ brick, preset }: PaletteEntry, language: Language) =>
  preset?.name ?? brick.docs[language].name;

/**
 * Bricks that lie open; the others of a category come with its “more” button. A new brick is a rare one until people
 * are seen to reach for it.
 */
const everyday: ReadonlySet<string> = new Set([
  'inputImage',
  'inputVector',
  'inputSequence',
  'inputText',
  'conv1d',
  'conv2d',
  'maxPooling2d',
  'globalAveragePooling2d',
  'averagePooling2d',
  'globalMaxPooling2d',
  'dense',
  'embedding',
  'lstm',
  'gru',
  'bidirectional',
  'timeDistributed',
  'activation/relu',
  'activation/softmax',
  'activation/sigmoid',
  'activation/tanh',
  'dropout',
  'batchNormalization',
  'layerNormalization',
  'flatten',
  'reshape',
  'add',
  'concatenate',
  'rescaling',
  'randomFlip',
  'pretrainedBackbone',
]);

export const isEveryday = ({ id }: PaletteEntry) => everyday.has(id);

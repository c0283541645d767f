import { type Dataset, type DatasetKind, sampleSize, sampleValues } from './dataset';
import { sampleShape } from './sampleShape';
import type { TableChoices } from './tables/taking/choices';
import type { Preparation } from './tables/taking/preparation';
import { splitOf } from './batches';

/** What the numbers of an output mean: one per class, or values with names. */
export type Answers =
  | { readonly kind: 'classes'; readonly classes: readonly string[] }
  | { readonly kind: 'numbers'; readonly names: readonly string[] };

/** What is known of the data that a model has learned from, without them: how samples are read, and what answers mean. */
export interface Learned {
  readonly kind: DatasetKind;
  /** Of one sample; null where an axis takes any size. */
  readonly shape: readonly (number | null)[];
  /** Text: the word of each index. Numbers: the columns' names. */
  readonly words: readonly string[] | null;
  /** Null where nobody knows. */
  readonly answers: Answers | null;
  /** A sample to begin with, held back while training; null for pictures, and for one that is too long. */
  readonly example: readonly number[] | null;
  /** How the cells of a row become the numbers of a sample; missing where they are numbers already. */
  readonly preparation?: Preparation;
  /** How the file was taken: another one with the same columns is taken alike. */
  readonly table?: TableChoices;
}

const longestExample = 2000;

/** What is kept of the data beside the weights. */
export function learnedFrom(dataset: Dataset): Learned {
  const { kind, shape, words, target, preparation, table } = dataset;
  const short = kind !== 'images' && kind !== 'video' && sampleSize(shape) <= longestExample && dataset.count > 0;
  const first = splitOf(dataset, null).validation[0] ?? 0;
  const answers: Answers =
    target.kind === 'classes' ? { kind: 'classes', classes: target.classes } : { kind: 'numbers', names: target.names };
  return {
    kind,
    shape,
    words,
    answers,
    example: short ? [...sampleValues(dataset, first)] : null,
    ...(preparation && { preparation }),
    ...(table && { table }),
  };
}

type Shape = readonly (number | null)[];
/** An input of a model, its batch first. */
type Input = { readonly shape: Shape };

/** What goes into an input of this shape, where nothing is known of the data. */
function kindOf(shape: Shape): DatasetKind {
  if (shape.length === 4) return 'video';
  if (shape.length === 2) return 'series';
  const channels = shape.at(-1);
  return shape.length === 3 && (channels === 1 || channels === 3) ? 'images' : 'numbers';
}

/** What is known of samples for one of the model's inputs: what it has learned from where that fits, else what its shape says. */
export function learnedFor({ shape: [, ...shape] }: Input, learned: Learned | null): Learned {
  const sizes = learned?.shape.every((size) => size !== null) ? (learned.shape as readonly number[]) : null;
  if (learned && sizes && sampleShape({ kind: learned.kind, shape: sizes }, shape) !== null) return learned;
  return { kind: kindOf(shape), shape, words: null, answers: learned?.answers ?? null, example: null };
}

/** The shape of pictures for an input: its own, or that of the data where it takes their pixels in a row. */
export const wantedPicture = ({ shape: [, ...shape] }: Input, learned: Learned): Shape =>
  shape.length === 3 ? shape : learned.shape;

import type { TableChoices } from './tables/taking/choices';
import type { Preparation } from './tables/taking/preparation';

/** What the samples are, which decides how they are shown: pictures, rows of numbers, a stretch of time, words, clips. */
export type DatasetKind = 'images' | 'numbers' | 'series' | 'text' | 'video';

/** What a model learns to answer: one of some classes, or `units` numbers. */
export type TargetFacts =
  { readonly kind: 'classes'; readonly classes: number } | { readonly kind: 'numbers'; readonly units: number };

/** What is known of a dataset without its samples: enough to say whether a model can learn from it. */
export interface DatasetFacts {
  readonly id: string;
  readonly kind: DatasetKind;
  /** Shape of one sample: `[height, width, channels]`, `[columns]`, `[steps, features]`, `[words]` or `[frames, height, width, channels]`. */
  readonly shape: readonly number[];
  readonly target: TargetFacts;
  readonly count: number;
  /** The dataset's own split: so many of the last samples, before those of the test, are held back for validation. */
  readonly validation: number;
  /** So many of the very last samples are neither trained nor validated on: they are the test after training. Missing: none. */
  readonly test?: number;
  /** Text: number of word indices, 0 (padding) and 1 (unknown word) included; null for anything else. */
  readonly vocabulary: number | null;
  /** The largest value, without its sign, of numbers that go in and of numbers to predict; missing where that is not known, or where there are none. */
  readonly largest?: { readonly inputs?: number; readonly targets?: number };
}

export type Target =
  | {
      readonly kind: 'classes';
      /** Words for the classes, in label order. */
      readonly classes: readonly string[];
      /** One class per sample. */
      readonly labels: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
    }
  | {
      readonly kind: 'numbers';
      /** What each number is. */
      readonly names: readonly string[];
      /** `count × names.length`. */
      readonly values: Float32Array<ArrayBuffer>;
    };

/** Samples with what is right for each. Training samples come first, then those for validation. */
export interface Dataset extends Omit<DatasetFacts, 'target'> {
  /** `count × shape`. Pictures and clips are bytes, 0 … 255, which a run scales by 1/255; numbers are taken as they are. */
  readonly values: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  readonly target: Target;
  /** How much each sample counts, or null when all count alike. */
  readonly sampleWeights: Float32Array<ArrayBuffer> | null;
  /** Photos: SHA-256 of each file, by which computed features are kept; missing for anything else. */
  readonly hashes?: readonly string[];
  /** Photos: the path of each inside its folder. */
  readonly names?: readonly string[];
  /** Tables and texts: the line of the file that each sample comes from, 1 for the first; missing where there is none. */
  readonly lines?: ArrayLike<number>;
  /** Text: the word of each index; index 0 pads, index 1 is any other word. Numbers: the columns' names. */
  readonly words: readonly string[] | null;
  /** Tables: how their columns became the numbers of a sample; missing where they are taken as they are. */
  readonly preparation?: Preparation;
  /** Tables and texts of a file: how it was taken. */
  readonly table?: TableChoices;
}

/** How many samples the dataset's own split trains on. */
export const trainingCount = ({ count, validation, test = 0 }: Pick<DatasetFacts, 'count' | 'validation' | 'test'>) =>
  count - validation - test;

/** Number of values of one sample. */
export const sampleSize = (shape: readonly number[]): number => shape.reduce((product, axis) => product * axis, 1);

/** The values of one sample, without a copy. */
export function sampleValues({ values, shape }: Pick<Dataset, 'values' | 'shape'>, sample: number) {
  const size = sampleSize(shape);
  return values.subarray(sample * size, (sample + 1) * size);
}

const largestOf = (values: ArrayLike<number>) => {
  let largest = 0;
  for (let place = 0; place < values.length; place++) largest = Math.max(largest, Math.abs(values[place]!));
  return largest;
};

export function factsOf(dataset: Dataset): DatasetFacts {
  const { id, kind, shape, target, count, validation, test, vocabulary, values } = dataset;
  const facts: TargetFacts =
    target.kind === 'classes'
      ? { kind: 'classes', classes: target.classes.length }
      : { kind: 'numbers', units: target.names.length };
  const tested = test === undefined ? {} : { test };
  const largest = {
    ...((kind === 'numbers' || kind === 'series') && { inputs: largestOf(values) }),
    ...(target.kind === 'numbers' && { targets: largestOf(target.values) }),
  };
  const sizes = Object.keys(largest).length > 0 ? { largest } : {};
  return { id, kind, shape, target: facts, count, validation, ...tested, vocabulary, ...sizes };
}

/** Data that is not what it should be: a broken deployment, or one that this browser does not have. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
}

import { unscaledFrom } from '../../data/unscaledFrom';

/**
 * Why the numbers of a batch ran away: a sample that is empty or no number, values that are large, a loss that the
 * outputs do not fit, or, where nothing of that is so, the learning rate; `model`: it makes none of sound samples.
 */
export type Cause =
  | { readonly kind: 'learningRate' }
  | { readonly kind: 'loss' | 'model' }
  /** So many samples of the batch (`rows`: the first of them) hold nothing but zeros: no word that the model knows, no value. */
  | { readonly kind: 'empty'; readonly samples: number; readonly rows: readonly number[] }
  /** The largest value, without its sign, of what goes in or of what is right; null where there is one that is no number. */
  | { readonly kind: 'inputs' | 'targets'; readonly largest: number | null };

/** A batch and what the last good weights make of it, on the CPU; rows are samples. */
export interface Evidence {
  readonly samples: number;
  /** By input, all samples' values in a row. */
  readonly inputs: readonly ArrayLike<number>[];
  /** By output. */
  readonly targets: readonly ArrayLike<number>[];
  readonly answers: readonly ArrayLike<number>[];
  /** By output, each sample's loss. */
  readonly losses: readonly ArrayLike<number>[];
}

/** The values of one sample. */
function rowOf(values: ArrayLike<number>, row: number, rows: number): readonly number[] {
  const size = values.length / rows;
  return Array.from({ length: size }, (_, place) => values[row * size + place]!);
}

/** The largest value without its sign; null where one is no finite number. */
export function largestOf(values: ArrayLike<number>): number | null {
  let largest = 0;
  for (let place = 0; place < values.length; place++) {
    const size = Math.abs(values[place]!);
    if (!Number.isFinite(size)) return null;
    if (size > largest) largest = size;
  }
  return largest;
}

function largestOfAll(all: readonly ArrayLike<number>[]): number | null {
  const each = all.map(largestOf);
  return each.includes(null) ? null : Math.max(0, ...each.map(Number));
}

/** Large values, or values that are no numbers, in what goes in and in what is right; null where there are none. */
export function unscaled({ inputs, targets }: Pick<Evidence, 'inputs' | 'targets'>): Cause | null {
  const [largestInput, largestTarget] = [largestOfAll(inputs), largestOfAll(targets)];
  if (largestInput === null) return { kind: 'inputs', largest: null };
  if (largestTarget === null) return { kind: 'targets', largest: null };
  if (largestInput <= unscaledFrom && largestTarget <= unscaledFrom) return null;
  return largestTarget > largestInput
    ? { kind: 'targets', largest: largestTarget }
    : { kind: 'inputs', largest: largestInput };
}

/** The likeliest cause. Words are whole numbers, never unscaled: `words` leaves the inputs' size out. */
export function likelyCause(evidence: Evidence, words: boolean): Cause {
  const { samples, inputs, answers, losses } = evidence;
  const sizes = unscaled(words ? { ...evidence, inputs: [] } : evidence);
  const unsound = (values: readonly ArrayLike<number>[], row: number) =>
    values.some((all) => !rowOf(all, row, samples).every(Number.isFinite));
  const rows = Array.from({ length: samples }, (_, row) => row);
  const bad = rows.filter((row) => unsound(answers, row));
  if (bad.length > 0) {
    const empty = bad.filter((row) => inputs.every((all) => rowOf(all, row, samples).every((value) => value === 0)));
    if (empty.length > 0) return { kind: 'empty', samples: empty.length, rows: empty.slice(0, 5) };
    return sizes ?? { kind: 'model' };
  }
  if (rows.some((row) => unsound(losses, row))) return sizes ?? { kind: 'loss' };
  return sizes ?? { kind: 'learningRate' };
}

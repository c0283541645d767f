import type { Dataset } from '../../data/dataset';
import type { Training } from '../../document/training';
import { type OptimizerName, optimizerSettings } from '../../document/training/trainingChoices';
import type { Cause } from './likelyCause';

/** The learning rate of a run, and the one that its optimizer usually has. */
export interface Rate {
  readonly optimizer: OptimizerName;
  readonly rate: number;
  readonly usual: number;
}

export function rateOf({ name, settings }: Training['optimizer']): Rate {
  const usual = Number(optimizerSettings[name]['learningRate']);
  return { optimizer: name, rate: Number(settings['learningRate'] ?? usual), usual };
}

/** A cause with what a person looks for it by: the learning rate, the lines of the file or the photos that are empty. */
export type NamedCause =
  | ({ readonly kind: 'learningRate' } & Rate)
  | (Extract<Cause, { kind: 'empty' }> & { readonly lines: readonly number[]; readonly names: readonly string[] })
  | Exclude<Cause, { kind: 'learningRate' | 'empty' }>;

/** `samples` is the batch that the cause was found in. */
export function namedCause(
  cause: Cause,
  samples: Uint32Array,
  { lines, names }: Pick<Dataset, 'lines' | 'names'>,
  optimizer: Training['optimizer'],
): NamedCause {
  if (cause.kind === 'learningRate') return { kind: cause.kind, ...rateOf(optimizer) };
  if (cause.kind !== 'empty') return cause;
  const of = <T>(all: ArrayLike<T> | undefined) =>
    cause.rows.flatMap((row) => (all === undefined ? [] : (all[samples[row]!] ?? [])));
  return { ...cause, lines: of(lines).toSorted((a, b) => a - b), names: of(names) };
}

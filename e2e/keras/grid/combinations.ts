import type { Shape } from '../../../src/brick/shape';

/** One setting of a brick: parameters over the initial ones, and the shapes that come in. */
export interface Setting {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly in: readonly Shape[];
  /** Inputs are whole numbers from 0 below this, e.g. word indices. */
  readonly integerInputs?: number;
  /** Inputs lie evenly between −range and range; 2 where nothing is said. */
  readonly inputRange?: number;
  /** Bricks between the first input and this one, lowest first, e.g. a Masking under an LSTM. */
  readonly below?: readonly { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** The brick is not trained. */
  readonly frozen?: true;
  /** Only layers and first values are compared: how weights start changes no other number. */
  readonly startsOnly?: true;
  /** Time steps at the end of every input that are all zeros, for layers that mask. */
  readonly zeroSteps?: number;
}

/** What a setting may say besides type, parameters and shapes. */
export type SettingOptions = Omit<Setting, 'type' | 'params' | 'in'>;

/** All combinations of the values of each parameter. */
export function combinations(values: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  return Object.entries(values).reduce<Record<string, unknown>[]>(
    (all, [name, choices]) => all.flatMap((params) => choices.map((value) => ({ ...params, [name]: value }))),
    [{}],
  );
}

/** Parameters one at a time: the first value of each is the base, the others are tried alone. */
export function oneByOne(values: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  const base = Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first]));
  const others = Object.entries(values).flatMap(([name, choices]) =>
    choices.slice(1).map((value) => ({ ...base, [name]: value })),
  );
  return [base, ...others];
}

/** The same brick with each of these parameters, on inputs of these shapes. */
export function on(
  type: string,
  shapes: readonly Shape[],
  settings: readonly Readonly<Record<string, unknown>>[],
  options: SettingOptions = {},
): Setting[] {
  return settings.map((params) => ({ type, params, in: shapes, ...options }));
}

/** Every name of a table of initializers, regularizers or constraints, with its initial settings. */
export const named = (names: object) =>
  Object.entries(names).map(([name, settings]) => ({ name, ...(settings as object) }));

export const pairs = (...sizes: (readonly [number, number])[]) => sizes;

export const axes = (...values: number[]) => values.map((axis) => ({ axis }));

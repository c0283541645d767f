import { isList } from '../json';
import type { Config, Json, KerasValue } from '../kerasGraph';

/** Sizes with the batch axis; null: open. */
export type Sizes = readonly (number | null)[];

/** An operation of Keras or TensorFlow with what it is given. */
export interface Operation {
  /** Its function, such as `reduce_mean`. */
  readonly name: string;
  /** Arguments without names in order; tensors in lists stand one by one. */
  readonly args: readonly KerasValue[];
  /** Arguments with names. */
  readonly named: Config;
  /** Shapes of the tensors that come in; null: not known. */
  readonly shapes: readonly (Sizes | null)[];
}

/** An argument by one of its names, else by its place behind the tensors; undefined where it is not given. */
export function argument({ args, named }: Operation, place: number, ...names: readonly string[]): Json | undefined {
  const name = names.find((each) => Object.hasOwn(named, each));
  if (name !== undefined) return named[name];
  const values = args.flatMap((each) => ('value' in each ? [each.value] : []));
  return values[place];
}

export const numberAt = (operation: Operation, place: number, ...names: readonly string[]): number | null => {
  const value = argument(operation, place, ...names);
  return typeof value === 'number' ? value : null;
};

/** A number, or numbers alone; null for anything else. */
export function numbersOf(value: Json | undefined): readonly number[] | null {
  if (typeof value === 'number') return [value];
  return isList(value) && value.every((each) => typeof each === 'number') ? value : null;
}

/** An axis of the only tensor counted from the front, the batch being 0; null where it is none of its own. */
export function placeOf(axis: number | null, rank: number | null): number | null {
  if (axis === null || (axis < 0 && rank === null)) return null;
  const place = axis < 0 ? axis + rank! : axis;
  return place >= 0 && (rank === null || place < rank) ? place : null;
}

export const rankOf = ({ shapes: [shape] }: Operation): number | null => shape?.length ?? null;

/** Whether an argument is not given, or is what it is anyway. */
export const isUsual = (value: Json | undefined, usual: Json): boolean =>
  value === undefined || value === null || value === usual;

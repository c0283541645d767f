import * as z from 'zod/mini';
import { type Activation, activations } from './layers/activations';
import type { NamedRole } from './named';
import type { Shape } from './shape';

export { type Activation, activations };

export type FieldKind =
  | 'integer'
  | 'optionalInteger'
  | 'number'
  | 'optionalNumber'
  | 'toggle'
  | 'choice'
  | 'pair'
  | 'triple'
  | 'range'
  | 'sides'
  | 'solidSides'
  | 'shape'
  | 'axes'
  | 'numbers'
  | 'layer'
  | 'text'
  | 'layerName'
  | 'layerNames'
  | NamedRole;

/**
 * One parameter of a brick: its zod schema, its initial value and what the form needs to draw its control.
 * `advanced` fields are folded away in the inspector; they are saved and exported like the others.
 */
export interface Field<T = unknown> {
  readonly kind: FieldKind;
  readonly schema: z.ZodMiniType<T>;
  readonly initial: T;
  readonly advanced: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly options?: readonly string[];
  /** A shape may hold `null` for an axis that is worked out or only known with the data. */
  readonly unknown?: boolean;
  /** Shown only while another parameter has this value: it means nothing otherwise. */
  readonly only?: { readonly param: string; readonly value: string };
}

export type Fields = Readonly<Record<string, Field>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Largest size any axis may have: beyond it counts stop being exact integers long before memory ends. */
export const largestSize = 1_000_000;

const int = z.int();
const whole = (min: number, max: number) => int.check(z.gte(min), z.lte(max));

/** A whole number, e.g. `filters`. */
export function integer(initial: number, { min = 1, max = largestSize, advanced = false } = {}): Field<number> {
  return { kind: 'integer', schema: whole(min, max), initial, advanced, min, max, step: 1 };
}

/** A whole number or nothing, e.g. a `seed`. */
export function optionalInteger({ min = 0, max = 2 ** 31 - 1, advanced = true } = {}): Field<number | null> {
  return { kind: 'optionalInteger', schema: z.nullable(whole(min, max)), initial: null, advanced, min, max, step: 1 };
}

/** A decimal number, e.g. `rate` of Dropout. */
export function number(
  initial: number,
  { min = -1e6, max = 1e6, step = 0.01, advanced = false, below = false } = {},
): Field<number> {
  const schema = z.number().check(z.gte(min), below ? z.lt(max) : z.lte(max));
  return { kind: 'number', schema, initial, advanced, min, max, step };
}

/** A decimal number or nothing, e.g. `maxValue` of ReLU: null sets no limit. */
export function optionalNumber({ min = -1e6, max = 1e6, step = 0.1, advanced = false } = {}): Field<number | null> {
  const schema = z.nullable(z.number().check(z.gte(min), z.lte(max)));
  return { kind: 'optionalNumber', schema, initial: null, advanced, min, max, step };
}

const truth = z.boolean();

export function toggle(initial: boolean, { advanced = false } = {}): Field<boolean> {
  return { kind: 'toggle', schema: truth, initial, advanced };
}

export function choice<const T extends string>(
  options: readonly [T, ...T[]],
  initial: NoInfer<T>,
  { advanced = false } = {},
): Field<T> {
  return { kind: 'choice', schema: z.enum(options) as unknown as z.ZodMiniType<T>, initial, advanced, options };
}

/** `[height, width]`; a single number fills both. */
export function pair(
  initial: number,
  { min = 1, max = 10_000, advanced = false } = {},
): Field<readonly [number, number]> {
  const schema = z.tuple([whole(min, max), whole(min, max)]);
  return { kind: 'pair', schema, initial: [initial, initial], advanced, min, max, step: 1 };
}

/** `[depth, height, width]`. */
export function triple(
  initial: number,
  { min = 1, max = 10_000, advanced = false } = {},
): Field<readonly [number, number, number]> {
  const size = whole(min, max);
  const schema = z.tuple([size, size, size]);
  return { kind: 'triple', schema, initial: [initial, initial, initial], advanced, min, max, step: 1 };
}

/** Axes, counted with the batch as 0 or from the end as −1, none twice; with `pair` one of each of two inputs, perhaps alike. */
export function axes(
  initial: readonly number[],
  { empty = false, pair = false, advanced = false } = {},
): Field<readonly number[]> {
  const schema = z.array(whole(-6, 6)).check(
    z.minLength(pair ? 2 : empty ? 0 : 1),
    z.maxLength(pair ? 2 : 6),
    z.refine((list) => pair || new Set(list).size === list.length),
  );
  return { kind: 'axes', schema, initial, advanced, min: -6, max: 6, step: 1 };
}

/** A brick inside a brick: its type and all its parameters. */
export interface LayerValue {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The layer that a wrapper applies. Its parameters are checked by its own brick, which also has the initial values of
 * those that `initial` leaves out; a new node saves them all.
 */
export function layer(initial: LayerValue): Field<LayerValue> {
  const name = z.string().check(z.minLength(1), z.maxLength(60));
  const schema = z.object({ type: name, params: z.record(z.string(), z.unknown()) });
  return { kind: 'layer', schema, initial, advanced: false };
}

type Ends = readonly [number, number];
export type Sides = readonly [Ends, Ends];
export type SolidSides = readonly [Ends, Ends, Ends];

const end = (max: number) => z.tuple([whole(0, max), whole(0, max)]);

/** `[[top, bottom], [left, right]]`. */
export function sides(initial: number, { max = 10_000 } = {}): Field<Sides> {
  const schema = z.tuple([end(max), end(max)]);
  const both = [initial, initial] as const;
  return { kind: 'sides', schema, initial: [both, both], advanced: false, min: 0, max, step: 1 };
}

/** `[[front, back], [top, bottom], [left, right]]`. */
export function solidSides(initial: number, { max = 10_000 } = {}): Field<SolidSides> {
  const schema = z.tuple([end(max), end(max), end(max)]);
  const both = [initial, initial] as const;
  return { kind: 'solidSides', schema, initial: [both, both, both], advanced: false, min: 0, max, step: 1 };
}

/**
 * A shape without the batch axis; `rank` fixes the number of axes, otherwise 1 to 6. `null` marks an unknown axis.
 * Every axis before the channels is `smallest` or more.
 */
export function shape(initial: Shape, { rank = 0, unknown = false, smallest = 1 } = {}): Field<Shape> {
  const size = whole(1, largestSize);
  const axis = unknown ? z.nullable(size) : size;
  const schema = z.array(axis).check(
    ...(rank > 0 ? [z.length(rank)] : [z.minLength(1), z.maxLength(6)]),
    z.refine((sizes) => sizes.slice(0, -1).every((each) => each === null || each >= smallest)),
  );
  return { kind: 'shape', schema, initial, advanced: false, min: 1, max: largestSize, step: 1, unknown };
}

const activationField = choice(activations, 'linear');

export function activation(initial: Activation = 'linear'): Field<Activation> {
  return { ...activationField, initial };
}

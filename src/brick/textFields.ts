import * as z from 'zod/mini';
import type { Field } from './fields';

/** Longest name of a layer, as documents take it. */
const longestName = 10_000;

/** Most layers that a list of names takes. */
const mostNames = 1000;

/** A text on one line that matches `pattern`, e.g. the SHA-256 of a file. */
export function text(initial: string, pattern: RegExp, { advanced = false } = {}): Field<string> {
  return { kind: 'text', schema: z.string().check(z.regex(pattern)), initial, advanced };
}

/** Name of a layer inside the brick; empty where none is chosen. */
export function layerName(): Field<string> {
  return { kind: 'layerName', schema: z.string().check(z.maxLength(longestName)), initial: '', advanced: false };
}

/** Names of layers inside the brick; none comes twice. */
export function layerNames(): Field<readonly string[]> {
  const schema = z.array(z.string().check(z.minLength(1), z.maxLength(longestName))).check(
    z.maxLength(mostNames),
    z.refine((list) => new Set(list).size === list.length),
  );
  return { kind: 'layerNames', schema, initial: [], advanced: false };
}

/** The same field, shown only while another parameter has this value; it is saved all the same. */
export function shownWith<T>(field: Field<T>, param: string, value: string): Field<T> {
  return { ...field, only: { param, value } };
}

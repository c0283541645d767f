import type { Call, Value } from '../values/value';
import { CodeError } from '../codeError';
import table from './signatures.json';

/** Arguments of a class or function in order, each with its own value in Keras 3 where it has one. */
export type Signature = readonly (readonly [name: string, initial?: unknown])[];

export type Family = keyof typeof table;
type Rows = Readonly<Record<string, string | readonly (readonly unknown[])[]>>;
const rowsOf: Readonly<Record<Family, Rows>> = table;

/** The name that Keras itself has for a class or function: `AvgPool2D` is `AveragePooling2D`; null for a stranger. */
export function knownName(family: Family, name: string): string | null {
  const rows = rowsOf[family];
  if (!Object.hasOwn(rows, name)) return null;
  const row = rows[name]!;
  return typeof row === 'string' ? row : name;
}

export function signatureOf(family: Family, name: string): Signature | null {
  const known = knownName(family, name);
  const row = known === null ? undefined : rowsOf[family][known];
  if (typeof row === 'string' || row === undefined) return null;
  // One without a value of its own is a list of one.
  return row.map((entry) => (entry.length > 1 ? [String(entry[0]), entry[1]] : [String(entry[0])]));
}

/** All names of a family. */
export const namesOf = (family: Family): readonly string[] => Object.keys(table[family]);

/** The arguments of a call by name. Throws `CodeError('argument')` where there are too many. */
export function byName(signature: Signature, { args, named, line }: Call, callee: string): Map<string, Value> {
  if (args.length > signature.length) {
    throw new CodeError('argument', line, { callee, argument: String(args.length), problem: 'tooMany' });
  }
  const given = new Map<string, Value>(args.map((value, index) => [signature[index]![0], value]));
  for (const [name, value] of named) {
    if (given.has(name)) throw new CodeError('argument', line, { callee, argument: name, problem: 'twice' });
    given.set(name, value);
  }
  return given;
}

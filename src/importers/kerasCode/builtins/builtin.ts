import type { Call, Value } from '../values/value';
import { unknown } from '../values/make';

/** A function of Python itself. */
export type Builtin = (call: Call) => Value;

/** What a function gives for a value that the text does not say. */
export const strange = (name: string, { line, args: [value] }: Call): Value =>
  value?.kind === 'unknown' ? { ...value, name: `${name}(${value.name})` } : unknown(`${name}(…)`, line);

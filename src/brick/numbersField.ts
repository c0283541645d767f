import * as z from 'zod/mini';
import type { Field } from './fields';

/** A list of decimal numbers, which may be empty; with `rising` each is larger than the one before. */
export function numbers(
  initial: readonly number[] = [],
  { min = -1e9, max = 1e9, rising = false, advanced = false } = {},
): Field<readonly number[]> {
  const one = z.number().check(z.gte(min), z.lte(max));
  const schema = z.array(one).check(
    z.maxLength(10_000),
    z.refine((list) => !rising || list.every((value, at) => at === 0 || value > list[at - 1]!)),
  );
  return { kind: 'numbers', schema, initial, advanced, min, max };
}

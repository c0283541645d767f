import * as z from 'zod/mini';
import type { Field } from './fields';

interface RangeOptions {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly advanced?: boolean;
}

type Range = readonly [number, number];

const rangeSchema = (min: number, max: number) => {
  const end = z.number().check(z.gte(min), z.lte(max));
  return z.tuple([end, end]).check(z.refine(([low, high]) => low <= high));
};

/** `[lowest, highest]`, e.g. the turns of RandomRotation; the first may not be above the second. */
export function range(
  initial: Range,
  { min = -1e6, max = 1e6, step = 0.05, advanced = false }: RangeOptions = {},
): Field<Range> {
  return { kind: 'range', schema: rangeSchema(min, max), initial, advanced, min, max, step };
}

/** A range or nothing, e.g. `widthFactor` of RandomZoom: null takes that of the height. */
export function optionalRange({
  min = -1e6,
  max = 1e6,
  step = 0.05,
  advanced = false,
}: RangeOptions = {}): Field<Range | null> {
  return { kind: 'range', schema: z.nullable(rangeSchema(min, max)), initial: null, advanced, min, max, step };
}

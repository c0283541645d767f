import { bricks } from '../../../bricks/index';
import type { Place } from '../../../src/document/template';

/** A brick by its type with some parameters, as it stands in a table. */
export type Part = readonly [type: string, params?: Readonly<Record<string, unknown>>];

/** Places a part; the name of its node comes back. */
export function put(
  place: Place,
  [type, params = {}]: Part,
  from: string | readonly string[] = [],
  name?: string,
): string {
  const brick = bricks[type];
  if (!brick) throw new Error(`There is no brick ${type}.`);
  return place(brick as never, params, from, name);
}

/** Places parts on each other. */
export const putAll = (place: Place, parts: readonly Part[], from: string): string =>
  parts.reduce((below, part) => put(place, part, below), from);

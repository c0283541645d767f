import * as z from 'zod/mini';
import type { Field } from './fields';
import { type Named, type NamedRole, type initializers, namedTables } from './named';

const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];

/** One schema for each role, which its hundreds of fields share: building theirs took a fifth of the page's evaluation. */
function namedSchema(role: NamedRole): z.ZodMiniType<Named> {
  const table = namedTables[role];
  const setting = z.union([z.number().check(z.gte(-1e6), z.lte(1e6)), z.boolean(), z.string()]);
  const schema = z
    .catchall(z.object({ name: z.enum(keys(table) as [string, ...string[]]) }), setting)
    .check(z.refine(({ name, ...rest }) => Object.keys(rest).every((key) => Object.hasOwn(table[name] ?? {}, key))));
  return schema as unknown as z.ZodMiniType<Named>;
}

const namedSchemas = {
  initializer: namedSchema('initializer'),
  regularizer: namedSchema('regularizer'),
  constraint: namedSchema('constraint'),
};

function named(role: NamedRole, initial: string): Field<Named> {
  const table = namedTables[role];
  return {
    kind: role,
    schema: namedSchemas[role],
    initial: { name: initial, ...table[initial] },
    advanced: true,
    options: keys(table),
  };
}

export const initializer = (initial: keyof typeof initializers) => named('initializer', initial);
export const regularizer = () => named('regularizer', 'none');
export const constraint = () => named('constraint', 'none');

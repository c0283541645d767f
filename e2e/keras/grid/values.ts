import type { AnyBrick } from '../../../src/brick/brick';
import type { Field, FieldKind } from '../../../src/brick/fields';
import { type NamedRole, namedTables } from '../../../src/brick/named';
import { named } from './combinations';
import { fewActivations } from './fewActivations';

export const isRole = (kind: string): kind is NamedRole => Object.hasOwn(namedTables, kind);

/** The choices of a parameter that its brick is compared with. */
export function choicesOf({ category }: Pick<AnyBrick, 'category'>, { options = [] }: Field): readonly string[] {
  const few = category === 'recurrent' && options.length > 10;
  return few ? options.filter((option) => fewActivations.includes(option)) : options;
}

/** Values that say what a parameter of many values does: small ones, unlike each other, odd and even. */
const sizes: Readonly<Partial<Record<FieldKind, readonly unknown[]>>> = {
  integer: [1, 2, 3, -1, -2],
  number: [0, 0.1, 0.5, 2],
  optionalNumber: [null, 2, 6],
  pair: [
    [1, 1],
    [2, 2],
    [3, 2],
    [0, 3],
  ],
  triple: [
    [1, 1, 1],
    [2, 2, 2],
    [1, 2, 3],
  ],
  range: [null, [-0.2, 0.2], [0, 0.1], [0, 1]],
  axes: [[-1], [1], [2], [1, 2], [-1, -2], [3, 1], [2, 1], [1, 2, 3], [1, 1], [2, 2], []],
  shape: [[null], [null, 2], [2, null]],
  sides: [
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1, 0],
      [2, 3],
    ],
  ],
  solidSides: [
    [
      [0, 0],
      [1, 1],
      [0, 1],
    ],
    [
      [1, 0],
      [0, 2],
      [1, 1],
    ],
  ],
};

/** Everything that a parameter of few values can be. */
export function fewValuesOf(brick: AnyBrick, field: Field): readonly unknown[] {
  const { kind, options = [] } = field;
  if (kind === 'toggle') return [false, true];
  if (kind === 'choice') return choicesOf(brick, field);
  if (!isRole(kind)) return [];
  return named(namedTables[kind]).filter(({ name }) => options.includes(name));
}

/** Values of a parameter of many values that its field allows. */
export function manyValuesOf({ kind, schema }: Field): readonly unknown[] {
  return (sizes[kind] ?? []).filter((value) => schema.safeParse(value).success);
}

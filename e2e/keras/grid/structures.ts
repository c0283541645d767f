import type { AnyBrick } from '../../../src/brick/brick';
import type { Shape } from '../../../src/brick/shape';
import { unknownAxis } from '../cases/given';
import { fits } from '../cases/plans';
import type { Setting } from './combinations';
import { smallest } from './everyValue';
import { fewValuesOf, manyValuesOf } from './values';

/** Where values bend far from zero, or at a threshold. */
const wide = 6;

const without = (shape: Shape, axis: number) => shape.map((size, at) => (at === axis ? null : size));

/** The shape that a batch has: what is open there must still be large enough for the window. */
const known = (shape: Shape) => shape.map((size) => size ?? unknownAxis);

/** The shapes of an example, and others like them: an unknown axis, one axis more or less, inputs that are stretched. */
function shapesLike(shapes: readonly Shape[]): readonly (readonly Shape[])[] {
  const [first = [], ...rest] = shapes;
  const changed = (change: (shape: Shape) => Shape) => shapes.map(change);
  const open = first.length > 1 ? [changed((shape) => without(shape, 0)), [without(first, 0), ...rest]] : [];
  const ranks = [changed((shape) => shape.slice(1)), changed((shape) => [2, ...shape])];
  if (rest.length === 0)
    return [
      shapes,
      ...open,
      changed((shape) => shape.map((_, at) => (at + 1 < shape.length ? null : shape[at]!))),
      ...ranks,
    ];
  const second = rest[0]!;
  const stretched = second.map((_, axis) => [first, second.map((size, at) => (at === axis ? 1 : size))]);
  return [shapes, ...open, ...ranks, ...stretched, [first, second.slice(1)], [second, first], [...shapes, first]];
}

/** Every pair of values of two parameters, and every value of one alone. */
function pairsOf(lists: readonly (readonly [string, readonly unknown[]])[]): Record<string, unknown>[] {
  const alone = lists.flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
  const pairs = lists.flatMap(([name, values], at) =>
    lists
      .slice(at + 1)
      .flatMap(([other, more]) => values.flatMap((value) => more.map((one) => ({ [name]: value, [other]: one })))),
  );
  return [{}, ...alone, ...pairs];
}

/**
 * Settings of a brick that its fields and examples give: sizes, toggles and short choices against each other on its
 * smallest example, and its examples on shapes like theirs; those that fit.
 */
export function structuresOf(brick: AnyBrick): readonly Setting[] {
  const { type, params, examples, wraps, nested, inputs, category } = brick;
  if (wraps || inputs === 0) return [];
  const range = category === 'activation' ? { inputRange: wide } : {};
  const base = smallest(examples);
  const lists = Object.entries(params)
    .filter(([name, { kind, options = [] }]) => name !== 'stateful' && (kind !== 'choice' || options.length < 6))
    .map(([name, field]) => {
      const few = field.kind === 'toggle' || field.kind === 'choice' ? fewValuesOf(brick, field) : [];
      return [name, [...few, ...manyValuesOf(field)]] as const;
    })
    .filter(([, values]) => values.length > 1);
  const small = nested
    ? []
    : pairsOf(lists).map((given): Setting => ({ type, params: { ...base.params, ...given }, in: base.in, ...range }));
  const shaped = nested
    ? []
    : examples
        .flatMap(({ params: given, in: shapes }) =>
          shapesLike(shapes).flatMap((like) =>
            [
              {},
              ...lists
                .filter(([name]) => /^ax[ei]s$/.test(name))
                .flatMap(([name, values]) => values.map((value) => ({ [name]: value }))),
            ].map((more): Setting => ({ type, params: { ...given, ...more }, in: like, ...range })),
          ),
        )
        .filter(({ in: shapes }) =>
          shapes.every((shape) => shape.reduce<number>((size, axis) => size * (axis ?? unknownAxis), 1) < 2000),
        );
  return [...shaped, ...small].filter((setting) => fits(setting) && fits({ ...setting, in: setting.in.map(known) }));
}

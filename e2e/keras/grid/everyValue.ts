import { brickList } from '../../../bricks/index';
import type { AnyBrick } from '../../../src/brick/brick';
import { fits } from '../cases/plans';
import type { Setting } from './combinations';
import { fewValuesOf, isRole } from './values';

const text = ({ params, in: shapes }: Setting) => JSON.stringify([params, shapes]);

/** The example with the fewest numbers: large ones say no more, take longer, and add up more rounding. */
export function smallest(examples: AnyBrick['examples']): AnyBrick['examples'][0] {
  const numbers = ({ in: shapes, weights }: AnyBrick['examples'][0]) =>
    shapes.reduce((sum, shape) => sum + shape.reduce<number>((size, axis) => size * (axis ?? 6), 1), weights);
  return examples.reduce((least, example) => (numbers(example) < numbers(least) ? example : least));
}

/**
 * Settings of several parameters at once, so that each takes each of its values: Keras takes half a second for a setting.
 * In one setting no two of them have the same value where that can be, so that mixed up ones are noticed.
 */
function together(lists: readonly (readonly [string, readonly unknown[]])[]): Record<string, unknown>[] {
  const longest = Math.max(0, ...lists.map(([, values]) => values.length));
  return Array.from({ length: longest }, (_, index) =>
    Object.fromEntries(
      lists.flatMap(([name, values], shift) => {
        const value = values[(index + shift) % longest];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

function settingsOf(brick: AnyBrick): Setting[] {
  const { type, params, examples, wraps, nested, inputs } = brick;
  if (wraps || nested || inputs === 0) return [];
  const first = smallest(examples);
  const base: Setting = { type, params: first.params, in: first.in };
  const valued = (given: Readonly<Record<string, unknown>>): Setting => ({
    ...base,
    params: { ...base.params, ...given },
  });
  // Keras wants a fixed batch for stateful layers; recipes 20 and 21 have one.
  const alone = Object.entries(params).filter(([name]) => name !== 'stateful');
  const lists = alone.map(([name, field]) => {
    const others = fewValuesOf(brick, field).filter((value) => JSON.stringify(value) !== JSON.stringify(field.initial));
    return { name, kind: field.kind, values: others.filter((value) => fits(valued({ [name]: value }))) };
  });
  const of = (...kinds: readonly string[]) =>
    lists.filter(({ kind }) => kinds.includes(kind)).map(({ name, values }) => [name, values] as const);
  return [
    ...lists.filter(({ kind }) => !isRole(kind)).flatMap(({ name, values }) => values.map((one) => ({ [name]: one }))),
    // Each concerns another weight, and all weights are compared.
    ...together(of('regularizer', 'constraint')),
  ]
    .map(valued)
    .concat(together(of('initializer')).map((given): Setting => ({ ...valued(given), startsOnly: true })))
    .filter((setting) => text(setting) !== text(base));
}

/**
 * Every brick's smallest example with each choice and toggle in turn, and with each initializer, regularizer and
 * constraint, where that fits the example's shapes.
 */
export const everyValue: readonly Setting[] = brickList.flatMap(settingsOf);

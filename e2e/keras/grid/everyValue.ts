import { brickList } from '../../../bricks/index';
import type { AnyBrick } from '../../../src/brick/brick';
import type { Field } from '../../../src/brick/fields';
import { type NamedRole, namedTables } from '../../../src/brick/named';
import { fits } from '../plans';
import { type Setting, named } from './combinations';
import { fewActivations } from './fewActivations';

const isRole = (kind: string): kind is NamedRole => Object.hasOwn(namedTables, kind);

/** The choices of a parameter that its brick is compared with. */
export function choicesOf({ category }: Pick<AnyBrick, 'category'>, { options = [] }: Field): readonly string[] {
  const few = category === 'recurrent' && options.length > 10;
  return few ? options.filter((option) => fewActivations.includes(option)) : options;
}

/** Everything that a parameter of few values can be. */
function valuesOf(brick: AnyBrick, field: Field): readonly unknown[] {
  const { kind, options = [] } = field;
  if (kind === 'toggle') return [false, true];
  if (kind === 'choice') return choicesOf(brick, field);
  if (!isRole(kind)) return [];
  return named(namedTables[kind]).filter(({ name }) => options.includes(name));
}

const text = ({ params, in: shapes }: Setting) => JSON.stringify([params, shapes]);

/** The example with the fewest numbers: large ones say no more, take longer, and add up more rounding. */
function smallest(examples: AnyBrick['examples']): AnyBrick['examples'][0] {
  const numbers = ({ in: shapes, weights }: AnyBrick['examples'][0]) =>
    shapes.reduce((sum, shape) => sum + shape.reduce<number>((size, axis) => size * (axis ?? 6), 1), weights);
  return examples.reduce((least, example) => (numbers(example) < numbers(least) ? example : least));
}

function settingsOf(brick: AnyBrick): Setting[] {
  const { type, params, examples, wraps, nested, inputs } = brick;
  if (wraps || nested || inputs === 0) return [];
  const first = smallest(examples);
  const base: Setting = { type, params: first.params, in: first.in };
  // Keras wants a fixed batch for stateful layers; recipes 20 and 21 have one.
  const alone = Object.entries(params).filter(([name]) => name !== 'stateful');
  return alone.flatMap(([name, field]) =>
    valuesOf(brick, field)
      .filter((value) => JSON.stringify(value) !== JSON.stringify(field.initial))
      .map((value): Setting => ({
        ...base,
        params: { ...base.params, [name]: value },
        ...(field.kind === 'initializer' ? { startsOnly: true } : {}),
      }))
      .filter((setting) => text(setting) !== text(base) && fits(setting)),
  );
}

/**
 * Every brick's smallest example with each choice, toggle, initializer, regularizer and constraint in turn, where that
 * fits the example's shapes.
 */
export const everyValue: readonly Setting[] = brickList.flatMap(settingsOf);

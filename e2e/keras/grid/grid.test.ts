import { describe, expect, test } from 'vitest';
import { brickList, bricks } from '../../../bricks/index';
import { initialParams } from '../../../src/brick/brick';
import { fits } from '../cases/plans';
import type { Setting } from './combinations';
import { smallest } from './everyValue';
import { grid } from './index';
import { choicesOf, fewValuesOf, isRole } from './values';

const examples = brickList.flatMap(({ type, examples }) =>
  examples.map((example): Setting => ({ type, params: example.params, in: example.in })),
);
const settings = [...examples, ...grid];

/** Parameters that change neither shapes, weights nor numbers that can be compared. */
const idle: Readonly<Record<string, string>> = {
  stateful: 'needs a fixed batch, which recipes 20 and 21 have',
  seed: 'only random numbers depend on it',
  architecture: 'architectures are compared with keras.applications one by one',
  weights: 'where first values come from',
  weightsFile: 'where first values come from',
};

/** The values that the settings of a brick give to one of its parameters. */
function valuesOf(type: string, name: string): Set<string> {
  const initial = initialParams(bricks[type]!)[name];
  const given = [...settings, ...settings.flatMap(({ below = [] }) => below)].filter((one) => one.type === type);
  return new Set(given.map(({ params }) => JSON.stringify(Object.hasOwn(params, name) ? params[name] : initial)));
}

describe.each(brickList.map(({ type, params }) => ({ type, names: Object.keys(params) })))(
  '$type',
  ({ type, names }) => {
    test('every parameter takes at least two values', () => {
      const fixed = names.filter((name) => idle[name] === undefined && valuesOf(type, name).size < 2);
      expect(fixed).toEqual([]);
    });
  },
);

test('every choice of every brick is compared', () => {
  const missing = brickList.flatMap((brick) =>
    Object.entries(brick.params).flatMap(([name, field]) => {
      if (field.kind !== 'choice' || idle[name] !== undefined) return [];
      const { type } = brick;
      const values = valuesOf(type, name);
      return choicesOf(brick, field)
        .filter((option) => !values.has(JSON.stringify(option)))
        .map((option) => `${type}.${name} ${option}`);
    }),
  );
  expect(missing).toEqual([]);
});

test('every initializer, regularizer and constraint of every parameter is compared, where it fits', () => {
  const missing = brickList.flatMap((brick) => {
    const { type, wraps, nested, inputs } = brick;
    if (wraps || nested || inputs === 0) return [];
    const { params, in: shapes } = smallest(brick.examples);
    return Object.entries(brick.params).flatMap(([name, field]) => {
      if (!isRole(field.kind)) return [];
      const values = valuesOf(type, name);
      return fewValuesOf(brick, field)
        .filter((value) => fits({ type, params: { ...params, [name]: value }, in: shapes }))
        .filter((value) => !values.has(JSON.stringify(value)))
        .map((value) => `${type}.${name} ${JSON.stringify(value)}`);
    });
  });
  expect(missing).toEqual([]);
});

test('every setting is of a brick', () => {
  expect(grid.filter(({ type }) => bricks[type] === undefined)).toEqual([]);
});

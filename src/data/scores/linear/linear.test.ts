import { expect, test } from 'vitest';
import { type LinearModel, type Right, fitLinear, saySoftly } from './linearModel';
import { minimise } from './minimise';
import reference from './sklearn.json';

const rows = { values: reference.values, width: 3, count: 60 };

function fitted(right: Right): LinearModel {
  const steps = fitLinear(rows, right);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
function answers(model: LinearModel): number[][] {
  const said = new Float64Array(model.units);
  return Array.from({ length: 60 }, (_, at) => {
    saySoftly(model, rows, at, said);
    return [...said];
  });
}
const worst = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]) =>
  Math.max(...one.flatMap((row, at) => row.map((value, unit) => Math.abs(value - other[at]![unit]!))));

/** Numbers of scikit-learn 1.9.1: `e2e/scores/sklearn_linear.py`. */
test('least squares, as LinearRegression', () => {
  const model = fitted({ kind: 'numbers', values: reference.price, units: 1 });
  expect(worst(answers(model), reference.priced.map((own) => [own]))).toBeLessThan(1e-5); // prettier-ignore
});

test.each([
  ['three', reference.three, 3],
  ['two', reference.two, 2],
] as const)('%s classes, as LogisticRegression', (_, { labels, said }, units) => {
  expect(worst(answers(fitted({ kind: 'classes', labels, units })), said)).toBeLessThan(1e-5);
});

test('Rosenbrock’s valley is walked to its end', () => {
  const steps = minimise(
    ([x = 0, y = 0], gradient) => {
      gradient.set([-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]);
      return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    },
    Float64Array.of(-1.2, 1),
    { steps: 200, tolerance: 1e-9 },
  );
  let step = steps.next();
  let before = Infinity;
  for (; !step.done; step = steps.next()) {
    expect(step.value).toBeLessThanOrEqual(before);
    before = step.value;
  }
  expect([...step.value]).toEqual([expect.closeTo(1, 7), expect.closeTo(1, 7)]);
});

import { expect, test } from 'vitest';
import { type LossName, losses } from '../document/training/losses';
import { type Targets, targetsFor, tellsClasses } from './targets';

const numbers = { kind: 'numbers', units: 2 } as const;
const classes = (count: number) => ({ kind: 'classes', classes: count }) as const;

test.each<[LossName, number, ReturnType<typeof classes> | typeof numbers, Targets | null]>([
  ...losses.map((loss): [LossName, number, typeof numbers, Targets | null] => [
    loss,
    2,
    numbers,
    /entropy|hinge|kullback|dice|tversky/i.test(loss) ? null : 'numbers',
  ]),
  ['meanSquaredError', 3, numbers, null],
  ['binaryCrossentropy', 1, classes(2), 'number'],
  ['binaryCrossentropy', 1, classes(3), null],
  ['sparseCategoricalCrossentropy', 1, classes(2), null],
  ['meanSquaredError', 1, classes(3), 'number'],
  ['hinge', 1, classes(2), 'plusMinus'],
  ['squaredHinge', 1, classes(3), null],
  ['hinge', 3, classes(3), 'plusMinus'],
  ['sparseCategoricalCrossentropy', 4, classes(3), 'oneHot'],
  ['sparseCategoricalCrossentropy', 2, classes(3), null],
  ['categoricalHinge', 3, classes(3), 'oneHot'],
])('%s with %d outputs of %j: %s', (loss, units, target, targets) => {
  expect(targetsFor(loss, units, target)).toBe(targets);
});

test.each<[LossName, number, ReturnType<typeof classes> | typeof numbers, boolean]>([
  ['meanSquaredError', 2, numbers, false],
  ['meanSquaredError', 1, classes(2), false],
  ['meanSquaredError', 2, classes(2), true],
  ['binaryCrossentropy', 1, classes(2), true],
  ['hinge', 1, classes(2), true],
  ['categoricalHinge', 1, classes(2), true],
])('%s with %d outputs of %j tells classes: %s', (loss, units, target, tells) => {
  expect(tellsClasses(loss, units, target)).toBe(tells);
});

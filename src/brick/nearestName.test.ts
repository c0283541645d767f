import { expect, test } from 'vitest';
import { nearestName } from './nearestName';

const a = (count: number) => 'a'.repeat(count);

test.each([
  ['convd2', ['dense', 'conv2d', 'conv1d'], 'conv2d'],
  ['dens', ['dense', 'density'], 'dense'],
  // Of two as near as each other the first.
  ['x', ['a', 'b'], 'a'],
  ['', ['long', 'no'], 'no'],
  ['dense', [], null],
  // Only the first hundred letters count, of what is given and of the names: a text of any length is no work.
  [a(100), [`${a(100)}${'b'.repeat(50)}`, `${a(99)}c`], `${a(100)}${'b'.repeat(50)}`],
  [`${a(100)}${'b'.repeat(50)}`, [`${a(60)}${'b'.repeat(40)}`, `${a(98)}cc`], `${a(98)}cc`],
] as const)('%s among %j', (given, names, nearest) => {
  expect(nearestName(given, names)).toBe(nearest);
});

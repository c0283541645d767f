import { expect, test } from 'vitest';
import type { Run } from '../../../../engine/protocol/run';
import { testUses } from './testUses';

const run = (id: string, dataset: string, tested?: number) =>
  ({ id, training: { dataset }, ...(tested !== undefined && { tested }) }) as unknown as Run;

test.each([
  ['never', [run('a', 'x')], run('a', 'x'), 0],
  ['in this run, as it is shown', [run('a', 'x', 1)], run('a', 'x', 2), 2],
  ['in others of the same data', [run('a', 'x'), run('b', 'x', 1), run('c', 'y', 5)], run('a', 'x', 1), 2],
] as const)('%s', (_, runs, shown, expected) => {
  expect(testUses(runs, shown)).toBe(expected);
});

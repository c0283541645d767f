import { expect, test } from 'vitest';
import { takenBy } from './lockedCommands';

test.each([
  [['model'], 'delete', 'model'],
  [['settings', 'code'], 'delete', null],
  [['code'], 'exportModel', 'code'],
  [['templates'], 'openFile', 'templates'],
  [[], 'openFile', null],
] as const)('of the locks %j, %s is taken by %s', (locks, command, taken) => {
  expect(takenBy(locks, command)).toBe(taken);
});

import { expect, test } from 'vitest';
import { takes } from './lockedCommands';

test.each([
  [['model'], 'delete', true],
  [['settings', 'code'], 'delete', false],
  [['code'], 'exportModel', true],
  [['templates'], 'openFile', true],
  [[], 'openFile', false],
] as const)('locks %j take %s: %s', (locks, command, taken) => {
  expect(takes(locks, command)).toBe(taken);
});

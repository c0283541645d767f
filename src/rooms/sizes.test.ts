import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { files, isTest, lines } from './testHouse';

test.each([
  ['files', 200, (name: string) => !isTest(name)],
  ['components', 150, (name: string) => name.endsWith('.tsx') && !isTest(name)],
  ['bricks', 70, (name: string) => /^bricks\/(?!index)/.test(name) && !isTest(name)],
  ['tests', 400, isTest],
] as const)('%s have at most %i lines', (_, most, fits) => {
  expect(files.filter((name) => fits(name) && lines(name) > most).map((name) => `${name}: ${lines(name)}`)).toEqual([]);
});

test('folders have at most 20 files, besides tests', () => {
  const counts = new Map<string, number>();
  for (const name of files.filter((name) => !isTest(name) || name.endsWith('.spec.ts')))
    counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
});

import { expect, test } from 'vitest';
import { bmpRuns } from './bmpRuns';

const decoded = (bytes: readonly number[]) => [...bmpRuns(Uint8Array.from(bytes), 4, 2, false)];

test('a run that is too long for its row ends with it, behind indices that stand one by one too', () => {
  expect(decoded([0, 3, 1, 2, 3, 0, 5, 7, 0, 0, 4, 8])).toEqual([1, 2, 3, 7, 8, 8, 8, 8]);
});

test.each([
  ['the end is said too early', [4, 8, 0, 1]],
  ['the bytes end', [4, 8]],
  ['the bytes end among indices', [4, 8, 0, 4, 1, 2]],
])('%s: it is cut off', (_, bytes) => {
  expect(() => decoded(bytes)).toThrow('This BMP is cut off.');
});

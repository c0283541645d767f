import { expect, test } from 'vitest';
import { LostDevices } from './lostDevices';

test.each([
  ['one per epoch is always worth a try', [1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 1, 1]],
  ['of one epoch the sixth is too many', [0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0, 0]],
  ['an epoch between them counts anew', [2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]],
])('%s', (_, epochs, worth) => {
  const lost = new LostDevices();
  expect(epochs.map((each) => Number(lost.lose(each)))).toEqual(worth);
  expect(lost.count).toBe(epochs.length);
});

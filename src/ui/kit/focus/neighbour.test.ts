import { expect, test } from 'vitest';
import { neighbour } from './neighbour';

// Two sections of three and four cards in rows of three; the second starts below its heading.
const places = [
  [0, 0],
  [100, 0],
  [200, 0],
  [0, 80],
  [100, 80],
  [200, 80],
  [0, 140],
].map(([left = 0, top = 0]) => ({ left, top }));

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [6, 'ArrowRight', null],
  [3, 'ArrowLeft', 2],
  [0, 'ArrowLeft', null],
  [1, 'ArrowDown', 4],
  [5, 'ArrowDown', 6],
  [6, 'ArrowDown', null],
  [6, 'ArrowUp', 3],
  [4, 'ArrowUp', 1],
  [0, 'ArrowUp', null],
  [4, 'Home', 0],
  [4, 'End', 6],
  [4, 'Enter', null],
])('from %i, %s leads to %s', (from, key, to) => expect(neighbour(places, from, key)).toBe(to));

test('among no cards nothing leads anywhere', () => expect(neighbour([], 0, 'Home')).toBeNull());

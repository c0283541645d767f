import { Position } from 'reactflow';
import { expect, test } from 'vitest';
import { freeSide } from './freeSide';

const canvas = { width: 900, height: 800 };
const brick = { x: 370, y: 400, width: 180, height: 60 };
const right = { x: 640, y: 380, width: 180, height: 200 };
const left = { x: 100, y: 300, width: 180, height: 200 };
const below = { x: 370, y: 480, width: 180, height: 100 };

test.each([
  ['an empty canvas', [], Position.Right],
  ['a tower to the right', [right], Position.Left],
  ['towers at both sides', [right, left], Position.Bottom],
  ['towers around, but not above', [right, left, below], Position.Top],
])('%s', (_, others, side) => expect(freeSide(brick, others, canvas)).toBe(side));

test('a card is rather over a brick than cut off', () => {
  expect(
    freeSide({ ...brick, x: 700 }, [{ x: 400, y: 380, width: 180, height: 80 }], { width: 900, height: 480 }),
  ).toBe(Position.Left);
});

test('where no side is free the least is covered', () => {
  const little = { x: 620, y: 400, width: 20, height: 20 };
  expect(freeSide(brick, [little, left, below, { ...below, y: 250 }], canvas)).toBe(Position.Right);
});

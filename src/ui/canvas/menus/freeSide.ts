import { Position } from 'reactflow';

/** A rectangle, in pixels of the window from the canvas's corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room that a card takes, with the gap to its brick. */
const card = { width: 330, height: 190 };
const gap = 16;

/** Where a card stands on each side: the first are taken where nothing speaks against them. */
function places({ x, y, width, height }: Box): readonly (readonly [Position, Box])[] {
  const middle = x + width / 2 - card.width / 2;
  return [
    [Position.Right, { x: x + width, y, ...card }],
    [Position.Left, { x: x - card.width, y: y + height - card.height, ...card }],
    [Position.Bottom, { x: middle, y: y + height + gap, ...card }],
    [Position.Top, { x: middle, y: y - gap - card.height, ...card }],
  ];
}

const shared = (from: number, length: number, other: number, otherLength: number) =>
  Math.max(0, Math.min(from + length, other + otherLength) - Math.max(from, other));

const overlap = (one: Box, other: Box) =>
  shared(one.x, one.width, other.x, other.width) * shared(one.y, one.height, other.y, other.height);

/**
 * The side of a brick on which a card is not cut off, and lies over as little of the others as can be; to the right where
 * that is as good as any.
 */
export function freeSide(brick: Box, others: readonly Box[], canvas: Pick<Box, 'width' | 'height'>): Position {
  const all = { x: 0, y: 0, ...canvas };
  const area = card.width * card.height;
  let [best, least] = [Position.Right, Infinity];
  for (const [side, place] of places(brick)) {
    // What is cut off cannot be read: worse than any brick that is covered.
    const cut = (area - overlap(place, all)) * 10;
    const cost = others.reduce((sum, other) => sum + overlap(place, other), cut);
    if (cost < least) [best, least] = [side, cost];
  }
  return best;
}

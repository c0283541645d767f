import { expect, test } from 'vitest';
import { nearestPoint, pointsOf } from './scatterPoints';

const points = [
  { x: 10, y: 10 },
  { x: 20, y: 10 },
];

test.each([
  [[12, 10], points[0]],
  [[16, 11], points[1]],
  [[60, 60], null],
] as const)('the point nearest to %j, within reach', (spot, expected) => {
  expect(nearestPoint(points, spot, 14)).toBe(expected);
});

test('of many samples every so many are drawn, without those that have no number', () => {
  const many = Float32Array.from({ length: 1300 }, (_, place) => (place === 3 ? Number.NaN : place));
  const drawn = pointsOf({ samples: new Uint32Array(1300), units: 1, said: many, right: many, limit: null });
  expect([drawn.length, drawn[0]!.place, drawn[1]!.place]).toEqual([433, 0, 6]);
});

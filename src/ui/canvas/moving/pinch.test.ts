import { expect, test } from 'vitest';
import { pinchedTo } from './pinch';

const range = { least: 0.25, most: 2.5 };

test.each([
  ['fingers that go apart zoom in', 60, 120, { x: -180, y: -80, zoom: 2 }],
  ['fingers that come together zoom out', 120, 60, { x: 120, y: 70, zoom: 0.5 }],
  ['no further than the least', 400, 10, { x: 170, y: 95, zoom: 0.25 }],
  ['no further than the most', 10, 400, { x: -280, y: -130, zoom: 2.5 }],
])('%s', (_, before, after, expected) => {
  const viewport = { x: 20, y: 20, zoom: 1 };
  const to = pinchedTo(viewport, { x: 220, y: 120, apart: before }, { x: 220, y: 120, apart: after }, range);
  expect(to).toEqual(expected);
});

test('what lies between the fingers stays between them', () => {
  const viewport = { x: 13, y: -40, zoom: 0.8 };
  const [from, to] = [
    { x: 200, y: 300, apart: 90 },
    { x: 260, y: 220, apart: 150 },
  ];
  const after = pinchedTo(viewport, from, to, range);
  const under = (at: { x: number; y: number }, view: typeof viewport) => [
    (at.x - view.x) / view.zoom,
    (at.y - view.y) / view.zoom,
  ];
  const [before, now] = [under(from, viewport), under(to, after)];
  expect(now[0]).toBeCloseTo(before[0]!, 9);
  expect(now[1]).toBeCloseTo(before[1]!, 9);
});

import { describe, expect, test } from 'vitest';
import { brickWidth, depth } from './geometry';
import { wireRoute } from './wireRoute';

describe('a wire’s way', () => {
  test('onwards is one curve with its chip halfway', () => {
    const { path, middle, room } = wireRoute({ x: 0, y: 0 }, { x: 200, y: 40 }, null);
    expect(path).toMatch(/^M0 0C/);
    expect(path).toMatch(/200 40$/);
    expect(middle).toEqual({ x: 100, y: 20 });
    expect(room).toBe(200);
  });

  test('with a lane it goes along that', () => {
    const { path, middle } = wireRoute({ x: 900, y: 0 }, { x: 0, y: 400 }, 200);
    expect(middle.y).toBe(200);
    expect(path).not.toContain('C');
    expect(path).toMatch(/L0 400$/);
  });

  test('a shortcut in one tower runs beside it', () => {
    const right = brickWidth + depth.x;
    const { middle } = wireRoute({ x: right, y: 0 }, { x: 0, y: -120 }, null);
    expect(middle.x).toBeGreaterThan(right + 15);
  });

  test('its head looks into what it enters: from the left, and from the right where it comes back to its own tower', () => {
    expect(wireRoute({ x: 0, y: 0 }, { x: 200, y: 40 }, null).arrow).toBe('M191 35.5L200 40L191 44.5Z');
    expect(wireRoute({ x: 900, y: 0 }, { x: 0, y: 400 }, 200).arrow).toBe('M-9 395.5L0 400L-9 404.5Z');
    const right = brickWidth + depth.x;
    expect(wireRoute({ x: right, y: 0 }, { x: 0, y: -120 }, null).arrow).toMatch(
      new RegExp(`^M${right + 9} .*L${right} .*L${right + 9} `),
    );
  });

  test('no coordinate is ever missing', () => {
    for (const end of [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: -500, y: 3 },
      { x: 17, y: 0 },
    ]) {
      for (const lane of [0, null])
        expect(wireRoute({ x: 0, y: 0 }, end, lane).path).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

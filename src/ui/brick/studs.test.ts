import { describe, expect, test } from 'vitest';
import { brickWidth, depth } from '../../layout/geometry';
import { studPaths, studPlaces, studsOf } from './studs';

describe('studs say what a brick gives out', () => {
  test.each([
    [[224, 224, 3], 'two'],
    [[null, null, 3], 'two'],
    [[8, 4, 4, 2], 'two'],
    [[10, 16], 'one'],
    [[512], 'one'],
    [[null], 'one'],
    [[1], 'single'],
    [[], 'single'],
    [undefined, 'none'],
  ] as const)('%j → %s', (shape, studs) => expect(studsOf(shape)).toBe(studs));

  test.each([
    ['two', 148, 8],
    ['one', 148, 4],
    ['single', 148, 1],
    ['none', 148, 0],
    ['two', 72, 4],
    ['one', 40, 2],
  ] as const)('%s on %i px: %i', (studs, width, count) => expect(studPlaces(studs, width, 40)).toHaveLength(count));

  test('all stand on the top face', () => {
    for (const [x, y] of studPlaces('two', brickWidth, 40)) {
      const lean = ((-y - 40) / depth.y) * depth.x;
      expect(y).toBeLessThan(-40);
      expect(y).toBeGreaterThan(-40 - depth.y);
      expect(x).toBeGreaterThan(lean + 8);
      expect(x).toBeLessThan(brickWidth + lean - 8);
    }
  });

  test('a path for each part, one piece per stud', () => {
    const paths = studPaths(studPlaces('one', brickWidth, 40));
    expect(paths.tops.match(/M/g)).toHaveLength(4);
    expect(paths.cylinders.match(/z/g)).toHaveLength(4);
    expect(paths.lights.match(/M/g)).toHaveLength(4);
  });
});

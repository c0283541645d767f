import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from '../../e2e/documents/hostile';
import { layerNames } from './layerNames';

describe('layerNames', () => {
  test.each([
    [
      ['conv2d', 'a-b.c_d'],
      ['conv2d', 'a-b.c_d'],
    ],
    [
      ['a/b', 'a_b'],
      ['a_b_1', 'a_b'],
    ],
    [
      ['a/b', 'a b'],
      ['a_b', 'a_b_1'],
    ],
    [
      ['한글', '합성곱'],
      ['conv2d', 'conv2d_1'],
    ],
    [
      ['_x', '.y'],
      ['x', 'y'],
    ],
  ])('%o → %o', (names, legal) => {
    expect([...layerNames(names.map((name) => ({ name, type: 'conv2d' }))).values()]).toEqual(legal);
  });

  test('are legal and unique whatever the names', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileText, { maxLength: 20 }), (names) => {
        const legal = [...layerNames(names.map((name) => ({ name, type: 'maxPooling2d' }))).values()];
        expect(new Set(legal).size).toBe(names.length);
        for (const name of legal) expect(name).toMatch(/^[A-Za-z0-9][-A-Za-z0-9._]*$/);
      }),
    );
  });
});

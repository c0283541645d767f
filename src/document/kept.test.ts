import { expect, test } from 'vitest';
import { kept } from './kept';
import { remembered } from './remembered';

const shared = { x: 1 };

test.each([
  ['records', { a: 1, b: [shared, null] }, { a: 1, b: [{ x: 1 }, null] }],
  ['maps', new Map([['a', { x: NaN }]]), new Map([['a', { x: NaN }]])],
  ['an undefined value', { a: undefined }, { a: undefined }],
])('%s that say the same stay the object they were', (_, before, next) => {
  expect(kept(before, next)).toBe(before);
});

test.each<readonly [string, unknown, unknown]>([
  ['nothing before', undefined, { a: 1 }],
  ['another value', { a: { b: 1 } }, { a: { b: 2 } }],
  ['one more', [1], [1, 2]],
  ['one less', { a: 1, b: 2 }, { a: 1 }],
  ['a key of another name', { a: undefined }, { b: undefined }],
  ['another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['another order in a map', new Map([...'ab'].map((key) => [key, 1])), new Map([...'ba'].map((key) => [key, 1]))],
  ['another entry', new Map([['a', 1]]), new Map([['a', 2]])],
  ['a list and a record', ['x'], { 0: 'x' }],
  ['an empty map and an empty record', new Map(), {}],
  ['null', null, {}],
  ['−0', { a: 0 }, { a: -0 }],
])('%s: the next one is taken', (_, before, next) => {
  expect(kept(before, next)).toBe(next);
});

test('what is remembered is worked out once for each object, also when it is nothing', () => {
  const asked: object[] = [];
  const answer = remembered((given: { readonly size: number }) => {
    asked.push(given);
    return given.size > 0 ? given.size : undefined;
  });
  const [one, none] = [{ size: 1 }, { size: 0 }];
  expect([answer(one), answer(none), answer(one), answer(none), answer({ size: 1 })]).toEqual([
    1,
    undefined,
    1,
    undefined,
    1,
  ]);
  expect(asked).toEqual([one, none, { size: 1 }]);
});

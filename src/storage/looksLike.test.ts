import { expect, test } from 'vitest';
import { type Form, looksLike } from './looksLike';

const form: Form = {
  id: 'string',
  size: 'number',
  kept: 'boolean',
  blob: 'bytes',
  list: ['number'],
  inner: { a: ['string'] },
};
const whole = { id: 'x', size: NaN, kept: false, blob: new Uint8Array(1), list: [], inner: { a: ['b'] }, more: 1 };
const strange = [undefined, null, 0, '', 'text', true, [], {}, [null], () => 1, 1n, new Map(), new Date(NaN)];

test('what was stored is recognised, with more than is asked for', () => {
  expect(looksLike(whole, form)).toBe(true);
});

test('every value of another kind, in every place, is not', () => {
  expect(strange.filter((value) => looksLike(value, form))).toEqual([]);
  const fitting: Readonly<Record<string, readonly unknown[]>> = {
    id: ['', 'text'],
    size: [0],
    kept: [true],
    blob: [],
    list: [strange[6]],
    inner: [],
  };
  for (const field of Object.keys(fitting)) {
    const taken = strange.filter((value) => looksLike({ ...whole, [field]: value }, form));
    expect([field, taken]).toEqual([field, fitting[field]]);
    const { [field]: _, ...without } = whole as Record<string, unknown>;
    expect([field, looksLike(without, form)]).toEqual([field, false]);
  }
});

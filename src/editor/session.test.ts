import { expect, test } from 'vitest';
import { createSession } from './session';

test('of many messages the last three stay, and none is shown twice', () => {
  const session = createSession();
  const texts = () => session.store.getState().notices.map(({ text }) => text);
  const ids = ['a', 'b', 'a', 'c'].map((text) => session.notify({ tone: 'info', text }));
  expect(texts()).toEqual(['a', 'b', 'c']);
  expect(ids[2]).toBe(ids[0]);
  session.notify({ tone: 'error', text: 'a' });
  expect(texts()).toEqual(['b', 'c', 'a']);
  session.dismiss(ids[1]!);
  session.notify({ tone: 'info', text: 'b' });
  expect(texts()).toEqual(['c', 'a', 'b']);
});

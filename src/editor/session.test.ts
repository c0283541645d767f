import { expect, test } from 'vitest';
import type { Language } from '../brick/brick';
import { createSession } from './session';
import { worded } from './worded';

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

test('a message that is worded when it is shown is one message in either language', () => {
  const session = createSession();
  const text = (language: Language) => (language === 'en' ? 'Deleted.' : '삭제했어요.');
  const first = session.notify({ tone: 'info', text });
  expect(session.notify({ tone: 'info', text: (language) => text(language) })).toBe(first);
  const [notice, ...more] = session.store.getState().notices;
  expect([worded(notice!.text, 'en'), worded(notice!.text, 'ko'), more]).toEqual(['Deleted.', '삭제했어요.', []]);
});

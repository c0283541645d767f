import { expect, test } from 'vitest';
import { wellFormedXml } from './wellFormedXml';

test('of all 65,536 code units, alone, what XML has not is replaced, and nothing else', () => {
  const changed: number[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    const text = String.fromCharCode(code);
    if (wellFormedXml(`<a>${text}</a>`) !== `<a>${text}</a>`) changed.push(code);
  }
  const control = Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code));
  const halves = Array.from({ length: 0x800 }, (_, code) => 0xd800 + code);
  expect(changed).toEqual([...control, ...halves, 0xfffe, 0xffff]);
});

test.each([
  ['pairs stay', '💥\u{10ffff}', '💥\u{10ffff}'],
  ['a half beside a pair goes', '\ud83d💥\udca5', '\ufffd💥\ufffd'],
  ['bidirectional marks stay', '\u202eabc\u2066', '\u202eabc\u2066'],
  ['several', '\u0000\u0001\u001f', '\ufffd\ufffd\ufffd'],
])('%s', (_, text, written) => {
  expect(wellFormedXml(text)).toBe(written);
});

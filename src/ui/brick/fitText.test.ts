import { expect, test } from 'vitest';
import { fitFacts, fitName, fitText, foldedLine, squeezed, textWidth } from './fitText';

test.each([
  ['conv2d', 13, 130, 'conv2d'],
  ['', 13, 130, ''],
  ['block5_conv1', 13, 120, 'block5_conv1'],
  ['x', 13, 1, '…'],
])('%s at %i px in %i px', (text, size, room, expected) => expect(fitText(text, size, room)).toBe(expected));

test('cuts what is too long and never exceeds the room', () => {
  for (const text of [
    'a'.repeat(300),
    '합성곱 블록 하나 둘 셋 넷 다섯',
    'WWWWWWWWWWWWWWWWWW',
    '🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱🧱',
  ]) {
    const cut = fitText(text, 13, 100);
    expect(cut.endsWith('…')).toBe(true);
    expect(cut.length).toBeGreaterThan(3);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(100);
  }
});

test('Korean runs wider than Latin', () => {
  expect(textWidth('합성곱', 10)).toBeGreaterThan(textWidth('abc', 10));
});

test.each([
  [['Conv2D 64', '3×3', 'same'], 200, 'Conv2D 64 · 3×3 · same'],
  [['Conv2D 64', '3×3', 'same'], 100, 'Conv2D 64 · 3×3'],
  [['Conv2D 64', '3×3', 'same'], 60, 'Conv2D 64'],
  [['Conv2D 64', '3×3'], 40, 'Conv…'],
  [['Conv2D 64', '3×3'], 5, ''],
  [['Flatten', '→ 800'], 100, 'Flatten → 800'],
  [['Flatten', '→ 800'], 60, 'Flatten'],
  [[], 100, ''],
])('facts %j in %i px', (facts, room, expected) => expect(fitFacts(facts, 11, room)).toEqual({ text: expected }));

test('the first fact is squeezed before it is cut', () =>
  expect(fitFacts(['BatchNormalization', '→ 7×7×320'], 11, 92)).toEqual({ text: 'BatchNormalization', length: 92 }));

test.each([
  [['MaxPooling2D'], '+ MaxPooling2D'],
  [['3 × Add', 'MaxPooling2D'], '+ 3 × Add + MaxPooling2D'],
  [['3 × AveragePooling2D', '3 × Concatenate'], '+ 3 × AveragePooling2D'],
])('%j on a folded block: %s', (parts, line) => expect(foldedLine(parts, 148)).toBe(line));

test.each([
  ['short', 200, { text: 'short' }],
  ['14×14×512 → 7×7×512', 110, { text: '14×14×512 → 7×7×512', length: 110 }],
])('%s in %i px is squeezed before it is cut', (text, room, expected) =>
  expect(squeezed(text, 11, room)).toEqual(expected),
);

test('what cannot be squeezed is cut', () => expect(squeezed('x'.repeat(90), 11, 110).text).toMatch(/…$/));

test.each([
  ['conv2d', 'conv2d'],
  ['conv4_block1_1_conv', 'con…1_conv'],
  ['conv4_block1_2_conv', 'con…2_conv'],
  ['가나다라마바사아자차카타파하', '가…카타파하'],
])('the name %s shows both its ends: %s', (name, text) => {
  expect(fitName(name, 13, 80)).toBe(text);
  expect(textWidth(fitName(name, 13, 80), 13)).toBeLessThanOrEqual(80);
});

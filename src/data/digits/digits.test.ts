import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shippedDigits } from '../../../e2e/fixtures/shippedDigits';
import { builtInFacts } from '../catalogue';
import { type Dataset, DatasetError, factsOf, sampleValues } from '../dataset';
import { digitRange, digitValues, digitsFrom, oddDigits } from './digits';

describe('digits', () => {
  const { width: side, height, gamma, pixels, labels: classes } = shippedDigits();
  const digits = digitsFrom(pixels, classes);

  it('ships exactly what the script makes', () => {
    expect([side, height, gamma]).toEqual([2800, 2800, 0]);
    const hash = createHash('sha256').update(pixels).update(classes).digest('hex');
    expect(hash).toBe('3c6e966c19b55a10e60b33b61eeef440988f53a4cca3956bbea0383ac995cea2');
  });

  it('holds every class in training and in validation, mixed', () => {
    const train = new Set(classes.subarray(0, digits.count - digits.validation));
    const validation = new Set(classes.subarray(digits.count - digits.validation));
    expect([digits.count, digits.validation, train.size, validation.size]).toEqual([10_000, 1500, 10, 10]);
    expect(new Set(classes.subarray(0, 64)).size).toBeGreaterThan(7);
  });

  it('cuts the sprite into digits', () => {
    const digit = sampleValues(digits, 101);
    for (const [row, column] of [
      [0, 0],
      [14, 14],
      [27, 27],
    ] as const) {
      expect(digit[row * 28 + column]).toBe(pixels[(28 + row) * side + 28 + column]);
    }
    expect(Math.max(...digit)).toBeGreaterThan(200);
  });

  it('asks other questions about the same pictures', () => {
    const [odd, values] = [oddDigits(digits), digitValues(digits)];
    expect(odd.values === digits.values && values.values === digits.values).toBe(true);
    expect(odd.target).toMatchObject({ classes: ['even', 'odd'], labels: classes.map((digit) => digit % 2) });
    expect(values.target).toMatchObject({ values: Float32Array.from(classes) });
  });

  it('takes apart the digits 0 to 4 and 5 to 9, validation as in all digits', () => {
    const [low, high] = [digitRange(digits, 0, 4), digitRange(digits, 5, 9)];
    for (const part of [low, high]) expect(factsOf(part)).toEqual(builtInFacts(part.id));
    expect([low.count + high.count, low.validation + high.validation]).toEqual([10_000, 1500]);
    const last = classes.findLastIndex((digit) => digit >= 5);
    expect(high.target).toMatchObject({ classes: ['5', '6', '7', '8', '9'] });
    expect(high.target.kind === 'classes' && high.target.labels.at(-1)).toBe(classes[last]! - 5);
    expect(sampleValues(high, high.count - 1)).toEqual(sampleValues(digits, last));
  });

  it('refuses pixels or labels of another size', () => {
    expect(() => digitsFrom(pixels.subarray(1), classes)).toThrow(DatasetError);
    expect(() => digitsFrom(pixels, new Uint8Array(9))).toThrow(DatasetError);
  });
});

describe('what is made of the digits', () => {
  const pixels = { values: new Uint8Array(4), shape: [1], count: 4, validation: 1 };
  const facts = { id: 'd', kind: 'numbers', vocabulary: null, sampleWeights: null, words: null } as const;
  const targets = {
    numbers: { kind: 'numbers', names: ['y'], values: new Float32Array(4) },
    'many classes': { kind: 'classes', classes: ['a', 'b'], labels: new Uint16Array(4) },
  } as const;

  it.each(Object.entries(targets))('is refused of %s', (_, target) => {
    for (const make of [oddDigits, digitValues, (data: Dataset) => digitRange(data, 0, 4)])
      expect(() => make({ ...facts, ...pixels, target })).toThrow(new DatasetError('no digits'));
  });
});

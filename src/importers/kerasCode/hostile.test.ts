import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutated, wrongAnswer } from '../../../e2e/importers/mutated';

const fixtures = new URL('fixtures/', import.meta.url);
const texts = readdirSync(fixtures).map((name) => readFileSync(new URL(name, fixtures), 'utf8'));

test('500 changed texts are answered in words, and soon', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 500; seed++) {
    const text = mutated(texts[seed % texts.length]!, seed);
    expect(await wrongAnswer(text), `seed ${seed}`).toBeNull();
  }
});

test.each([
  ['a list that doubles', 'x = [1]\nwhile True:\n    x = x + x'],
  ['a text that doubles', "x = 'a'\nwhile True:\n    x += x"],
  ['a dictionary that grows', 'd = {}\nn = 0\nwhile True:\n    d[n] = n\n    n += 1'],
  ['functions in each other', 'def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(1)'],
  ['a list in itself', 'x = []\nx.append(x)\nprint(x)\ny = f"{x}"\nx == x'],
  ['a class made from itself', 'class A(A):\n    pass\nA()'],
  ['deep brackets', `x = ${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['deep blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if 1:`).join('\n')],
  ['a long sum', `x = ${'1 + '.repeat(20_000)}1`],
  [
    'a million layers',
    'import keras\nm = keras.Sequential([keras.Input((2,))])\nfor i in range(1000000):\n    m.add(keras.layers.Dense(2))',
  ],
  [
    'names of prototypes',
    'import keras\n__proto__ = 1\nconstructor = keras.Sequential([keras.Input((2,), name="__proto__"), keras.layers.Dense(2, name="constructor")])\ntoString()',
  ],
  [
    'what reaches outside',
    'import os, subprocess\nos.system("rm -rf /")\nopen("x", "w").write("y")\neval("1")\n__import__("os")',
  ],
])('%s ends', async (_, code) => {
  expect(await wrongAnswer(code)).toBeNull();
});

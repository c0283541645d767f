import { describe, expect, test } from 'vitest';
import type { Cause } from '../engine/soundness/likelyCause';
import { absurdText, deadText, misfitText } from './troubleText';

const found = { part: 'training', epoch: 2, batch: 7, outputs: ['label'], samples: Uint32Array.of(4) } as const;

describe('a run that stopped giving numbers is said with its cause and what to do', () => {
  test.each<[Cause, RegExp]>([
    [{ kind: 'learningRate' }, /learning rate, 0\.5, .* --learning-rate 0\.01\.$/],
    [{ kind: 'loss' }, /take another one/],
    [{ kind: 'model' }, /divides by zero or overflows/],
    [{ kind: 'empty', samples: 3, rows: [0, 1, 2] }, /Empty samples .*: 3\. Take them out\.$/],
    [{ kind: 'inputs', largest: null }, /Some of the values that go in are no numbers/],
    [{ kind: 'inputs', largest: 4000 }, /The values that go in are probably not scaled \(up to 4000\)/],
    [{ kind: 'targets', largest: 9e9 }, /The numbers to predict are probably not scaled \(up to 9000000000\)/],
  ])('%j', (cause, remedy) => {
    const text = deadText(found, cause, 0.5);
    expect(text).toMatch(/^The loss is no longer a number \(epoch 2, batch 7\); .* are kept\. /);
    expect(text).toMatch(remedy);
    expect(absurdText(2e30, cause, 0.5)).toMatch(/^The loss is 2\.00e\+30, /);
    expect(absurdText(2e30, cause, 0.5)).toMatch(remedy);
  });

  test('where it was found', () => {
    const other = deadText({ ...found, part: 'weights' }, { kind: 'model' }, 0.5);
    expect(other).toMatch(/^Some weights are no longer finite numbers \(epoch 2, batch 7\)/);
    expect(deadText({ ...found, part: 'validation' }, { kind: 'model' }, 0.5)).toContain('validation batch 7');
  });
});

test.each([
  [{ code: 'inputMisfit', input: 'x', expected: [4, null], got: [5] }, /takes \[4, \?\], the data have \[5\]/],
  [{ code: 'wordsMisfit', input: 'x', expected: 'words' }, /takes words, the data have values/],
  [{ code: 'wordsMisfit', input: 'x', expected: 'values' }, /takes values, the data have words/],
  [{ code: 'vocabularyMisfit', input: 'x', expected: 9, got: 12 }, /12 different words, the Embedding knows 9/],
  [
    { code: 'outputMisfit', output: 'y', expected: { kind: 'classes', classes: 3 }, got: [2] },
    /3 classes, y gives \[2\]/,
  ],
  [
    { code: 'outputMisfit', output: 'y', expected: { kind: 'numbers', units: 2 }, got: [1] },
    /2 numbers, y gives \[1\]/,
  ],
  [{ code: 'lossMisfit', output: 'y', loss: 'hinge' }, /y is judged by hinge/],
])('data that do not fit: %j', (trouble, text) => {
  expect(misfitText(trouble as Parameters<typeof misfitText>[0])).toMatch(text);
});

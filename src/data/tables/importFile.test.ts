import { describe, expect, it } from 'vitest';
import type { Dataset } from '../dataset';
import { importFile } from './importFile';
import { decoded, encodedAll, histogramOf, lengthsOf, vocabularyOf } from '../textSamples';

const read = (text: string, name = 'data.csv', signal = new AbortController().signal): Promise<Dataset> =>
  importFile('own:data', text, name, { progress: () => undefined, signal });
const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');

describe('tables', () => {
  it('take names from a first row without numbers, and weights from their column', async () => {
    const data = await read(`size,age,sample_weight,price\n${rows(20, (at) => `${at},${at * 2},0.5,${at * 1.5}`)}`);
    expect(data).toMatchObject({ kind: 'numbers', shape: [2], count: 20, validation: 3, words: ['size', 'age'] });
    expect(data.target).toMatchObject({ kind: 'numbers', names: ['price'] });
    expect(data.sampleWeights).toEqual(new Float32Array(20).fill(0.5));
    const { values, target } = data;
    if (target.kind !== 'numbers') throw new Error('classes');
    for (let row = 0; row < 20; row++) {
      expect([values[row * 2 + 1], target.values[row]]).toEqual([values[row * 2]! * 2, values[row * 2]! * 1.5]);
    }
  });

  it.each<[string, string, readonly string[] | null]>([
    ['words', rows(12, (at) => `${at};${at % 2 ? 'cat' : 'dog'}`), ['cat', 'dog']],
    ['whole numbers without a gap', rows(12, (at) => `${at},${at % 3}`), ['0', '1', '2']],
    ['other numbers', rows(12, (at) => `${at},${at / 7}`), null],
    ['quoted cells', rows(12, (at) => `"${at}","a, ${at % 2}"`), ['a, 0', 'a, 1']],
  ])('the last column is the answer: %s', async (_, text, classes) => {
    const { target } = await read(text);
    expect(target.kind === 'classes' ? target.classes : null).toEqual(classes);
  });

  it.each<[string, string, object]>([
    ['nothing', '', { code: 'empty' }],
    ['one column', rows(12, String), { code: 'oneColumn' }],
    ['few rows', rows(3, (at) => `${at},1`), { code: 'tooFewRows', rows: 3 }],
    ['a short row', `${rows(12, (at) => `${at},2,3`)}\n1,2`, { code: 'raggedRow', row: 13, expected: 3, got: 2 }],
    [
      'a word among numbers',
      `a,b,c\n1,x,2\n${rows(12, (at) => `${at},1,2`)}`,
      { code: 'textCell', row: 2, column: 'b', value: 'x' },
    ],
    ['a hole', `${rows(12, (at) => `${at},1,2`)}\n1,,2`, { code: 'emptyCell', row: 13, column: 'x2' }],
    ['one label', rows(12, (at) => `${at},same`), { code: 'oneClass', label: 'same' }],
  ])('%s is refused in words', async (_, text, trouble) => {
    await expect(read(text)).rejects.toMatchObject({ trouble });
  });

  it('can be cancelled', async () => {
    const control = new AbortController();
    control.abort();
    await expect(
      read(
        rows(50, (at) => `${at},1.5`),
        'a.csv',
        control.signal,
      ),
    ).rejects.toBe(control.signal.reason);
  });
});

describe('texts', () => {
  const text = rows(20, (at) => (at % 2 ? `I liked it, "very" much\tgood` : `so dull so slow number${at}\tbad`));

  it('become word indices padded at the front, and words again', async () => {
    const data = await read(text, 'reviews.tsv');
    expect(data).toMatchObject({ kind: 'text', shape: [5], target: { classes: ['bad', 'good'] } });
    expect(data.words!.slice(0, 3)).toEqual(['', '?', 'so']);
    const good = data.target.kind === 'classes' ? data.target.labels.indexOf(1) : -1;
    expect(decoded(data.values.subarray(good * 5, good * 5 + 5), data.words!)).toEqual([
      'i',
      'liked',
      'it',
      'very',
      'much',
    ]);
  });

  it.each(['text', 'Sentence', ' REVIEW ', 'document'])('a first line that is called %j is no text', async (name) => {
    const { count, lines } = await read(`${name},label\n${text.replaceAll(',', '')}`.replaceAll('\t', ','));
    expect([count, Math.min(...Array.from(lines!))]).toEqual([20, 2]);
  });

  it('a first line that is a text is one', async () => {
    const { count, lines } = await read(text, 'reviews.tsv');
    expect([count, Math.min(...Array.from(lines!))]).toEqual([20, 1]);
  });

  it('have a histogram of their lengths, with mean and median', () => {
    const texts = [1, 2, 2, 5].map((length) => Array.from({ length }, () => 'a'));
    const values = encodedAll(texts, vocabularyOf(texts, 10), 5);
    const lengths = lengthsOf({ values, shape: [5] });
    expect(lengths).toEqual([1, 2, 2, 5]);
    expect(histogramOf(lengths, 5)).toEqual({ counts: [0, 1, 2, 0, 1], longest: 5, mean: 2.5, median: 2 });
  });
});

import { describe, expect, it, test } from 'vitest';
import type { Dataset } from '../dataset';
import { decoded, encodedAll, histogramOf, lengthsOf, vocabularyOf } from '../textSamples';
import { importFile } from './importFile';
import { preparedRow, rowOf } from './taking/preparation';
import { rows, surveyed, unwatched } from './testTables';
import { proposedChoices } from './taking/choices';
import type { TableSplit } from './taking/split';

const read = (text: string, name = 'data.csv', signal = new AbortController().signal): Promise<Dataset> =>
  importFile('own:data', text, name, { progress: () => undefined, signal });
const classesIn = ({ target }: Dataset) => (target.kind === 'classes' ? target.classes : null);

describe('tables', () => {
  it('take names from a first row without numbers, and weights from their column', async () => {
    const data = await read(`size,age,sample_weight,price\n${rows(20, (at) => `${at},${at * 2},0.5,${at * 1.5}`)}`);
    expect(data).toMatchObject({ kind: 'numbers', shape: [2], count: 20, validation: 3, words: ['size', 'age'] });
    expect(data.target).toMatchObject({ kind: 'numbers', names: ['price'] });
    expect(data.sampleWeights).toEqual(new Float32Array(20).fill(0.5));
    const { values, target, preparation } = data;
    if (target.kind !== 'numbers') throw new Error('classes');
    for (let row = 0; row < 20; row++) {
      const [size = '', age = ''] = rowOf(preparation!, values.subarray(row * 2, row * 2 + 2));
      expect([Number(age), target.values[row]]).toEqual([Number(size) * 2, Number(size) * 1.5]);
    }
  });

  it('are standardised by the rows that are trained on', async () => {
    const { values, preparation } = await read(`a,y\n${rows(100, (at) => `${at * 1000},${at / 7}`)}`);
    const trained = Array.from(values.subarray(0, 85));
    const mean = trained.reduce((sum, value) => sum + value, 0) / 85;
    expect(mean).toBeCloseTo(0, 5);
    expect(trained.reduce((sum, value) => sum + value ** 2, 0) / 85).toBeCloseTo(1, 5);
    expect(preparation![0]).toMatchObject({ kind: 'number', name: 'a' });
    expect(values[85]! * 1).toBeCloseTo(preparedRow(preparation!, rowOf(preparation!, values.subarray(85, 86)))[0]!, 4);
  });

  it.each<[string, string, readonly string[] | null]>([
    ['words', rows(12, (at) => `${at};${at % 2 ? 'cat' : 'dog'}`), ['cat', 'dog']],
    ['whole numbers without a gap', rows(12, (at) => `${at}.5,${at % 3}`), ['0', '1', '2']],
    ['from 1 on', rows(12, (at) => `${at}.5,${(at % 3) + 1}`), ['1', '2', '3']],
    ['with a gap', rows(12, (at) => `${at}.5,${(at % 3) * 2}`), null],
    ['−1 and 1', rows(12, (at) => `${at}.5,${at % 2 ? 1 : -1}`), ['-1', '1']],
    ['other numbers', rows(12, (at) => `${at},${at / 7}`), null],
    ['thousands', rows(60, (at) => `${at}.5,"${at + 1},000"`), null],
    ['quoted cells', rows(12, (at) => `"${at}","a, ${at % 2}"`), ['a, 0', 'a, 1']],
    ['0 and 0.0', rows(40, (at) => `${at}.5,${at % 3 ? '1' : at % 2 ? '0' : '0.0'}`), ['0', '1']],
    ['Yes and yes', rows(40, (at) => `${at}.5,${at % 2 ? 'no' : at % 3 ? 'Yes' : 'yes '}`), ['Yes', 'no']],
    ['101 class numbers', rows(202, (at) => `${at}.5,${at % 101}`), null],
    ['100 class numbers', rows(200, (at) => `${at}.5,${at % 100}`), Array.from({ length: 100 }, (_, at) => String(at))],
  ])('the last column is the answer: %s', async (_, text, classes) => {
    expect(classesIn(await read(text))).toEqual(classes);
  });

  it('rows without an answer are left out', async () => {
    const data = await read(`a,label\n${rows(30, (at) => `${at}.5,${at === 4 ? 'NaN' : at % 2 ? 'x' : 'y'}`)}`);
    expect([data.count, classesIn(data), Array.from(data.lines!).includes(6)]).toEqual([29, ['x', 'y'], false]);
  });

  it('mixed with holes become numbers, categories a place for each and one for those that are missing', async () => {
    const sex = (at: number) => (at % 5 === 0 ? '' : at % 2 ? 'male' : 'female');
    const text = `Age,Sex,Born,Survived\n${rows(60, (at) => `${at % 7 === 0 ? 'NA' : 20 + at},${sex(at)},2001-02-${String(1 + (at % 28)).padStart(2, '0')},${at % 2}`)}`;
    const data = await read(text);
    expect(data).toMatchObject({ shape: [5], words: ['Age', 'Sex=female', 'Sex=male', 'Sex=', 'Born'], count: 60 });
    const { preparation = [], values, lines } = data;
    for (let row = 0; row < 60; row++) {
      const at = lines![row]! - 2;
      const sample = values.subarray(row * 5, row * 5 + 5);
      expect(Array.from(sample.subarray(1, 4))).toEqual(['female', 'male', ''].map((each) => Number(each === sex(at))));
      const [age, own, born] = rowOf(preparation, sample);
      expect(Number(age)).toBeCloseTo(at % 7 > 0 ? 20 + at : (preparation[0] as { fill: number }).fill, 3);
      expect([own, born]).toEqual([sex(at), `2001-02-${String(1 + (at % 28)).padStart(2, '0')}`]);
    }
    const unseen = preparedRow(preparation, ['', 'other', '2001-02-03']);
    expect(Array.from(unseen.subarray(1, 4))).toEqual([0, 0, 0]);
  });

  it('say the line of the file, whatever stands above', async () => {
    const { lines } = await read(`# hello\n\na,y\n${rows(12, (at) => `${at}.5,${at % 2}`)}`);
    expect(Array.from(lines!).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 4));
  });

  it.each<[string, string, object]>([
    ['nothing', '', { code: 'empty' }],
    ['one column', rows(12, String), { code: 'oneColumn' }],
    ['few rows', rows(3, (at) => `${at},1.5`), { code: 'tooFewRows', rows: 3 }],
    ['one row', 'a,b\n1,2', { code: 'tooFewRows', rows: 1 }],
    ['a short row', `${rows(12, (at) => `${at},2,${at}`)}\n1,2`, { code: 'raggedRow', row: 13, expected: 3, got: 2 }],
    [
      'a word among numbers',
      `a,b,c\n1,x,2\n${rows(12, (at) => `${at},${at * 2},2.5`)}`,
      { code: 'textCell', row: 2, column: 'b', value: 'x' },
    ],
    [
      'an infinite one',
      `a,b,c\n1,-inf,2\n${rows(12, (at) => `${at},${at * 2},2.5`)}`,
      { code: 'infiniteCell', row: 2, column: 'b' },
    ],
    [
      'a weight that is missing',
      `a,sample_weight,c\n${rows(12, (at) => `${at},${at === 3 ? '' : 1},${at}`)}`,
      { code: 'emptyCell', row: 5, column: 'sample_weight' },
    ],
    ['one label', rows(12, (at) => `${at},same`), { code: 'oneClass', label: 'same' }],
    ['constants alone', `a,b\n${rows(12, (at) => `1,${at / 3}`)}`, { code: 'noFeatures' }],
    ['no object', `${rows(12, (at) => `{"a":${at},"b":${at % 2}}`)}\n{"a":`, { code: 'notJson', row: 13 }],
  ])('%s is refused in words', async (_, text, trouble) => {
    await expect(read(text)).rejects.toMatchObject({ trouble });
  });

  it('can be cancelled', async () => {
    const control = new AbortController();
    control.abort();
    const text = rows(50, (at) => `${at},1.5`);
    await expect(read(text, 'a.csv', control.signal)).rejects.toBe(control.signal.reason);
  });
});

describe('texts', () => {
  const text = rows(20, (at) => (at % 2 ? `I liked it, "very" much\tgood` : `so dull so slow number${at}\tbad`));

  it('become word indices padded at the front, and words again', async () => {
    const data = await read(text, 'reviews.tsv');
    expect(data).toMatchObject({ kind: 'text', shape: [5], target: { classes: ['bad', 'good'] } });
    expect(data.words!.slice(0, 3)).toEqual(['', '?', 'so']);
    const good = data.target.kind === 'classes' ? data.target.labels.indexOf(1) : -1;
    const words = decoded(data.values.subarray(good * 5, good * 5 + 5), data.words!);
    expect(words).toEqual(['i', 'liked', 'it', 'very', 'much']);
  });

  it('keep emoji as words', async () => {
    const data = await read(`text,label\n${rows(40, (at) => `${at % 2 ? '😀👍' : '😡👎'},${at % 2 ? 'pos' : 'neg'}`)}`);
    expect([data.shape, data.words!.length]).toEqual([[2], 6]);
  });

  it.each(['text', 'Sentence', ' REVIEW ', 'document', 'comment'])(
    'a first line that is called %j is no text',
    async (name) => {
      const { count, lines } = await read(`${name},label\n${text.replaceAll(',', '')}`.replaceAll('\t', ','));
      expect([count, Math.min(...Array.from(lines!))]).toEqual([20, 2]);
    },
  );

  it('a first line that is a text is one', async () => {
    const { count, lines } = await read(text, 'reviews.tsv');
    expect([count, Math.min(...Array.from(lines!))]).toEqual([20, 1]);
  });

  test('have a histogram of their lengths, with mean and median', () => {
    const texts = [1, 2, 2, 5].map((length) => Array.from({ length }, () => 'a'));
    const values = encodedAll(texts, vocabularyOf(texts, 10), 5);
    const lengths = lengthsOf({ values, shape: [5] });
    expect(lengths).toEqual([1, 2, 2, 5]);
    expect(histogramOf(lengths, 5)).toEqual({ counts: [0, 1, 2, 0, 1], longest: 5, mean: 2.5, median: 2 });
  });
});

describe('rows are divided', () => {
  const shops = (at: number) => ['north', 'south', 'east', 'west', 'mid', 'far'][at % 6]!;
  const day = (at: number) =>
    `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
  const text = `shop,day,size,price\n${rows(240, (at) => `${shops(at)},${day(at)},${at % 17},${(at * 7) % 31}.5`)}`;
  const choices = async () => proposedChoices(await surveyed(text));
  const taken = async (split: Partial<TableSplit>) => {
    const proposed = await choices();
    return importFile('own:data', text, 'data.csv', unwatched(), {
      like: { ...proposed, split: { ...proposed.split!, ...split } },
    });
  };
  /** The cells of a column in the lines of each part. */
  const partsOf = ({ lines, count, validation, test: held = 0 }: Dataset, column: number) => {
    const cells = Array.from(lines!, (line) => text.split('\n')[line - 1]!.split(',')[column]!);
    const end = count - held;
    return [cells.slice(0, end - validation), cells.slice(end - validation, end), cells.slice(end)];
  };

  test('by groups that stay together', async () => {
    const data = await taken({ by: 'group', column: 0 });
    const parts = partsOf(data, 0).map((cells) => new Set(cells));
    expect(parts.map(({ size }) => size)).toEqual([4, 1, 1]);
    expect(new Set(parts.flatMap((part) => [...part])).size).toBe(6);
  });

  test('by time, and what prepares them is learned from the earliest', async () => {
    const data = await taken({ by: 'time', column: 1 });
    const [training, validation, test] = partsOf(data, 1).map((cells) => cells.toSorted());
    expect([data.count, data.validation, data.test]).toEqual([240, 36, 36]);
    expect(training!.at(-1)! <= validation![0]! && validation!.at(-1)! <= test![0]!).toBe(true);
    const own = data.preparation!.find(({ name }) => name === 'day')!;
    const mean = data.values.length === 0 ? 0 : own.kind === 'date' ? own.mean : 0;
    const days = training!.map((cell) => Date.parse(cell) / 86_400_000);
    expect(mean).toBeCloseTo(days.reduce((sum, each) => sum + each, 0) / days.length, 1);
  });

  test('as another table was, where the columns are the same; else as it is proposed', async () => {
    const data = await taken({ by: 'group', column: 0, validation: 0.3, test: 0 });
    const again = await importFile('own:more', text, 'more.csv', unwatched(), { like: data.table });
    expect(again).toEqual({ ...data, id: 'own:more' });
    const plain = await importFile('own:data', text, 'data.csv', unwatched());
    expect(plain.table!.split).toEqual({ by: 'random', column: null, validation: 0.15, test: 0.15 });
  });
});

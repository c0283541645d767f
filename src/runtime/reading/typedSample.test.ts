import { expect, test } from 'vitest';
import type { Dataset } from '../../data/dataset';
import { type Learned, learnedFor, learnedFrom, wantedPicture } from '../../data/learned';
import { typedSample } from './typedSample';

const table: Learned = { kind: 'numbers', shape: [3], words: ['a', 'b', 'c'], answers: null, example: null };
const text: Learned = { kind: 'text', shape: [4], words: ['', '?', 'the', 'film'], answers: null, example: null };

test.each<[string, Learned, readonly number[], readonly number[]]>([
  ['1,2,3', table, [3], [1, 2, 3]],
  [' 1 -2.5\n3e2 ', table, [3], [1, -2.5, 300]],
  ['The film, THE end', text, [4], [2, 3, 2, 1]],
  ['film', text, [4], [0, 0, 0, 3]],
  ['the film', { ...text, shape: [null] }, [2], [2, 3]],
  ['1 2\n3 4\n5 6', { ...table, kind: 'series', shape: [null, 2] }, [3, 2], [1, 2, 3, 4, 5, 6]],
  ['7 8', { ...text, words: null, shape: [null] }, [2], [7, 8]],
])('%j is a sample', (typed, learned, shape, values) => {
  const sample = typedSample(typed, learned);
  expect([sample.kind, sample.shape, [...sample.values]]).toEqual([learned.kind, shape, values]);
});

test.each<[string, Learned, string]>([
  ['1,2', table, '3 numbers'],
  ['1,2,x', table, '3 numbers'],
  ['', table, '3 numbers'],
  ['1 2 3', { ...table, kind: 'series', shape: [null, 2] }, '2, or a multiple of it, numbers'],
])('%j is none', (typed, learned, said) => expect(() => typedSample(typed, learned)).toThrow(said));

const dataset: Dataset = {
  id: 'own',
  kind: 'numbers',
  shape: [2],
  count: 3,
  validation: 1,
  vocabulary: null,
  values: Float32Array.from([1, 2, 3, 4, 5, 6]),
  target: { kind: 'classes', classes: ['no', 'yes'], labels: Uint8Array.from([0, 1, 0]) },
  sampleWeights: null,
  words: ['a', 'b'],
};

test('of the data stay kind, names and a sample that was held back; no pictures', () => {
  const learned = learnedFrom(dataset);
  const answers = { kind: 'classes', classes: ['no', 'yes'] };
  expect(learned).toEqual({ kind: 'numbers', shape: [2], words: ['a', 'b'], answers, example: [5, 6] });
  const pictures = { ...dataset, kind: 'images', shape: [1, 1, 2] } as const;
  expect(learnedFrom(pictures).example).toBeNull();
  expect(
    learnedFrom({ ...dataset, target: { kind: 'numbers', names: ['x'], values: new Float32Array(3) } }).answers,
  ).toEqual({ kind: 'numbers', names: ['x'] });
});

test.each<[readonly (number | null)[], Learned | null, string]>([
  [[null, 2], learnedFrom(dataset), 'numbers'],
  [[null, 784], { ...table, kind: 'images', shape: [28, 28, 1] }, 'images'],
  [[null, 28, 28, 1], null, 'images'],
  [[null, 8, 28, 28, 1], null, 'video'],
  [[null, null, 3], null, 'series'],
  [[null, 5], learnedFrom(dataset), 'numbers'],
  [[null, 8, 8, 2], null, 'numbers'],
])('what goes into %j', (shape, learned, kind) => {
  const known = learnedFor({ shape }, learned);
  expect(known.kind).toBe(kind);
  expect(known === learned || known.shape).toEqual(known === learned || shape.slice(1));
});

test('a row of pixels takes pictures in the size of the data', () => {
  const digits: Learned = { ...table, kind: 'images', shape: [28, 28, 1] };
  expect(wantedPicture({ shape: [null, 784] }, digits)).toEqual([28, 28, 1]);
  expect(wantedPicture({ shape: [null, 64, 64, 3] }, digits)).toEqual([64, 64, 3]);
});

test('a row of a mixed table is prepared as the data were; another number of cells is refused with their names', () => {
  const learned: Learned = {
    ...table,
    shape: [4],
    preparation: [
      { kind: 'number', name: 'Age', decimal: '.', fill: 30, mean: 20, deviation: 10 },
      { kind: 'category', name: 'Sex', categories: ['female', 'male'], fill: 2 },
    ],
  };
  const values = (text: string) => Array.from(typedSample(text, learned).values);
  expect(values('40, male')).toEqual([2, 0, 1, 0]);
  expect(values('NA,')).toEqual([1, 0, 0, 1]);
  expect(values('20;other')).toEqual([0, 0, 0, 0]);
  expect(() => typedSample('40', learned)).toThrow('A row has 2 cells (Age, Sex), not 1');
});

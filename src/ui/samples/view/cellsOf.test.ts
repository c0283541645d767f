import { expect, test } from 'vitest';
import type { Dataset } from '../../../data/dataset';
import { type Preparation, preparedRow } from '../../../data/tables/taking/preparation';
import { cellsOf } from './cellsOf';

const preparation: Preparation = [
  { kind: 'number', name: 'Age', decimal: '.', fill: 29.7, mean: 29.7, deviation: 14.5 },
  { kind: 'category', name: 'Sex', categories: ['female', 'male'], fill: 0 },
  { kind: 'date', name: 'Day', order: 'dmy', fill: 100, mean: 100, deviation: 30 },
];
const table = (values: Float32Array<ArrayBuffer>, more: Partial<Dataset>): Dataset => ({
  id: 'own:titanic.csv',
  kind: 'numbers',
  shape: [values.length],
  count: 1,
  validation: 0,
  vocabulary: null,
  values,
  target: { kind: 'numbers', names: ['y'], values: new Float32Array(1) },
  sampleWeights: null,
  words: null,
  ...more,
});

test('a prepared sample is shown as the row that was given', () => {
  const data = table(preparedRow(preparation, ['22', 'male', '05.03.1970']), { preparation });
  expect(cellsOf(data, 0)).toEqual([
    { column: 'Age', text: '22' },
    { column: 'Sex', text: 'male' },
    { column: 'Day', text: '05.03.1970' },
  ]);
});

test.each([
  [
    ['width', 'height'],
    ['width', 'height'],
  ],
  [null, ['', '']],
])('numbers that are taken as they are have the names of their columns: %j', (words, names) => {
  const cells = cellsOf(table(Float32Array.of(1.23456, -7), { words }), 0);
  expect(cells).toEqual([
    { column: names[0], text: '1.235' },
    { column: names[1], text: '-7' },
  ]);
});

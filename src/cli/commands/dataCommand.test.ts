import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandHere } from '../testCommandHere';

let folder: string;
const file = (name: string) => join(folder, name);
const passengers = Array.from(
  { length: 40 },
  (_, at) => `${at % 2},${at % 3 ? 'male' : 'female'},${at % 5 ? at + 20 : ''},${at === 30 ? '512' : at % 7}.5`,
);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-data-'));
  writeFileSync(file('titanic.csv'), ['Survived,Sex,Age,Fare', ...passengers].join('\n'));
  writeFileSync(
    file('ragged.tsv'),
    ['a\tb\tc', ...passengers.map((row, at) => `${at}.5\t${row[0]}\tx${at % 2}`), '1\t2'].join('\n'),
  );
  writeFileSync(file('empty.csv'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('says how a table is read, what its columns are, and what it would ask', async () => {
  const { code, out, err } = await commandHere(['data', file('titanic.csv')]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`encoding  UTF-8
format    separated by comma
decimals  point (1.5)
names     in the first line
rows      40
columns   4
target    Survived (classes)
classes   0 20, 1 20
divided   at random, each class by its share. About 34 rows for training, 6 for validation. No test is set aside.

  Survived  target               2 different: 0, 1
  Sex       category             2 different: male, female
  Age       number    8 missing  21 … 59, mean 40
  Fare      number               0.5 … 512.5, mean 16.13

Good to know
  Column Age: 8 cells missing, first in line 2: fill with the median.
  Column Fare: 2.5 % of the values lie far from the others.
`);
});

test('as data, with a target that is named, and what is in the way', async () => {
  const { out } = await commandHere(['data', file('titanic.csv'), '--target', 'Fare', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    encoding: 'utf-8',
    separator: ',',
    header: true,
    rows: 40,
    target: { column: 'Fare', kind: 'numbers', sure: true },
    classes: null,
    columns: [{ name: 'Survived', kind: 'number' }, { name: 'Sex', kind: 'category' }, { name: 'Age', missing: 8 }, {}],
  });
  const ragged = await commandHere(['data', file('ragged.tsv')]);
  expect(ragged.out).toContain(
    '\nIn the way\n  1 row of another length, first in line 42: 2 cells where the table has 3.',
  );
});

test.each([
  [['data', 'empty.csv'], 'The file is empty. It needs one sample per line.'],
  [['data', 'none.csv'], 'no such file'],
  [['data', 'titanic.csv', '--target', 'Price'], 'There is no column "Price". Columns: Survived, Sex, Age, Fare.'],
])('%j fails with one line', async ([command, name, ...flags], text) => {
  const { code, err } = await commandHere([command!, file(name!), ...flags]);
  expect(code).toBe(1);
  expect(err).toContain(text);
  expect(err).toMatch(/^deepbrick: [^\n]+\n$/);
});

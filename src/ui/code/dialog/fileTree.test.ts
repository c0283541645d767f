import { describe, expect, test } from 'vitest';
import { closedAtFirst, treeRows } from './fileTree';
import { type TreeStep, treeStep } from './treeKeys';

const sizes = {
  'train.py': 30,
  'README.md': 10,
  'data/data.npz': 500,
  'data/more/a.json': 1,
  'data/more/b.json': 2,
  '.gitignore': 3,
  'weights/model.weights.h5': 4000,
  'model.py': 20,
};
const all = treeRows(sizes, new Set());
const lines = (rows: typeof all) =>
  rows.map(
    ({ level, name, folder, open, size }) =>
      `${'  '.repeat(level - 1)}${name}${folder ? (open ? '/' : '/…') : ''} ${size}`,
  );

describe('the lines', () => {
  test('are folders first, then files, by name whatever the case', () => {
    expect(lines(all)).toEqual([
      'data/ 503',
      '  more/ 3',
      '    a.json 1',
      '    b.json 2',
      '  data.npz 500',
      'weights/ 4000',
      '  model.weights.h5 4000',
      '.gitignore 3',
      'model.py 20',
      'README.md 10',
      'train.py 30',
    ]);
  });

  test('say their place among those beside them', () => {
    const places = Object.fromEntries(all.map(({ path, place, beside }) => [path, `${place}/${beside}`]));
    expect(places).toMatchObject({ data: '1/6', weights: '2/6', '.gitignore': '3/6', 'train.py': '6/6' });
    expect(places).toMatchObject({ 'data/more': '1/2', 'data/data.npz': '2/2', 'data/more/b.json': '2/2' });
  });

  test('of a closed folder are not shown, but counted', () => {
    const rows = treeRows(sizes, new Set(['data']));
    expect(lines(rows).slice(0, 2)).toEqual(['data/… 503', 'weights/ 4000']);
    expect(rows[0]!.files).toBe(3);
  });

  test('have every file once', () => {
    expect(
      all
        .filter(({ folder }) => !folder)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(Object.keys(sizes).toSorted());
    expect(treeRows({}, new Set())).toEqual([]);
  });
});

test('only folders with many files begin closed', () => {
  const many = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`runtime/src/f${at}.ts`, 1]));
  expect([...closedAtFirst({ ...sizes, ...many })]).toEqual(['runtime', 'runtime/src']);
  expect([...closedAtFirst(sizes)]).toEqual([]);
});

const closed = treeRows(sizes, new Set(['data', 'weights']));
const at = (rows: typeof all, path: string) => rows.findIndex((row) => row.path === path);
test.each<[string, typeof all, string, string, TreeStep | null]>([
  ['down', all, 'data', 'ArrowDown', { focus: 1 }],
  ['down at the end', all, 'train.py', 'ArrowDown', null],
  ['up', all, 'data/more', 'ArrowUp', { focus: 0 }],
  ['up at the start', all, 'data', 'ArrowUp', null],
  ['home', all, 'model.py', 'Home', { focus: 0 }],
  ['end', all, 'data', 'End', { focus: 10 }],
  ['right opens', closed, 'data', 'ArrowRight', { open: ['data'] }],
  ['right goes into', all, 'data', 'ArrowRight', { focus: 1 }],
  ['right on a file', all, 'model.py', 'ArrowRight', null],
  ['left closes', all, 'data', 'ArrowLeft', { close: 'data' }],
  ['left goes to the folder', all, 'data/more/b.json', 'ArrowLeft', { focus: 1 }],
  ['left on a closed one goes out', treeRows(sizes, new Set(['data/more'])), 'data/more', 'ArrowLeft', { focus: 0 }],
  ['left at the top', closed, 'model.py', 'ArrowLeft', null],
  ['enter on a folder', closed, 'weights', 'Enter', { open: ['weights'] }],
  ['space closes', all, 'weights', ' ', { close: 'weights' }],
  ['enter on a file', all, 'model.py', 'Enter', { focus: 8 }],
  ['a star opens all beside', closed, 'data', '*', { open: ['data', 'weights'] }],
  ['another key', all, 'data', 'F5', null],
])('%s', (_, rows, path, key, expected) => {
  expect(treeStep(rows, at(rows, path), key)).toEqual(expected);
});

test.each([
  ['data', 'm', 'data/more'],
  ['data/more', 'm', 'data/../weights/model.weights.h5'],
  ['weights/model.weights.h5', 'mm', 'model.py'],
  ['model.py', 'mo', 'model.py'],
  ['model.py', 'mor', 'data/more'],
  ['data', 'R', 'README.md'],
  ['data', 'q', null],
])('from %s typing %s leads to %s', (from, typed, to) => {
  const target = to === null ? null : at(all, to.replace('data/../', ''));
  expect(treeStep(all, at(all, from), typed.at(-1)!, typed)).toEqual(target === null ? null : { focus: target });
});

test('a tree without lines takes no key', () => {
  expect(treeStep([], 0, 'ArrowDown')).toBeNull();
});

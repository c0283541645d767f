import { expect, test } from 'vitest';
import type { Photo } from '../../../data/photos/photos';
import { gridRows, vertical } from './gridRows';

const photo = (hash: string, label: number, part: Photo['part'] = 'training'): Photo => ({
  path: hash,
  hash,
  width: 1,
  height: 1,
  label,
  part,
});
const set = {
  id: 'photos:x',
  classes: ['a', 'empty', 'b'],
  photos: [photo('v', 0, 'validation'), photo('1', 0), photo('2', 0), photo('3', 2), photo('4', 0)],
  leftOut: [],
};

test('rows by class, those to train on first; a class without photos has none', () => {
  const { rows, order } = gridRows(set, 3);
  const shown = rows.map((row) => (row.kind === 'class' ? row.label : row.photos.map(({ hash }) => hash).join('')));
  expect(shown).toEqual([0, '124', 'v', 2, '3']);
  expect(order.map(({ hash }) => hash).join('')).toBe('124v3');
});

test('up and down keep the column where there is one, and end at the edges', () => {
  const { rows } = gridRows(set, 3);
  expect(vertical(rows, '4', 1)?.hash).toBe('v');
  expect(vertical(rows, 'v', 1)?.hash).toBe('3');
  expect(vertical(rows, '3', 1)).toBeNull();
  expect(vertical(rows, '1', -1)).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { frozenHead } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { tableRows } from '../../compile/numbers/summaryTable';
import { columns, nextSorting, shownRows } from './tableView';

const rows = tableRows(compile(frozenHead(), library));
const view = { sorting: null, expanded: new Set<string>(), filter: '' };
const names = (given: Partial<Parameters<typeof shownRows>[1]>) =>
  shownRows(rows, { ...view, ...given }).map(({ name }) => name);

describe('the rows that are shown', () => {
  test('as in the model, nested models closed or open', () => {
    expect(names({})).toEqual(['photo', 'vgg16', 'flatten', 'dense', 'dropout', 'dense_1']);
    const open = names({ expanded: new Set(['vgg16']) });
    expect(open).toHaveLength(6 + 19);
    expect(open.slice(1, 4)).toEqual(['vgg16', 'input_layer', 'block1_conv1']);
  });

  test.each([
    ['parameters', ['photo', 'flatten', 'dropout', 'dense_1', 'dense', 'vgg16']],
    ['layer', ['dense', 'dense_1', 'dropout', 'flatten', 'photo', 'vgg16']],
    ['receptiveField', ['photo', 'vgg16', 'flatten', 'dense', 'dropout', 'dense_1']],
    ['multiplyAdds', ['photo', 'flatten', 'dropout', 'dense_1', 'dense', 'vgg16']],
  ] as const)('sorted by %s, equal ones as in the model', (column, expected) => {
    expect(names({ sorting: { column, descending: false } })).toEqual(expected);
  });

  test('every column sorts without losing a row, inner layers below their model', () => {
    for (const column of columns)
      for (const descending of [true, false]) {
        const sorted = names({ sorting: { column, descending }, expanded: new Set(['vgg16']) });
        expect(sorted.toSorted()).toEqual(names({ expanded: new Set(['vgg16']) }).toSorted());
        const first = sorted.indexOf('vgg16') + 1;
        expect(sorted.slice(first, first + 19)).toContain('block5_pool');
      }
  });

  test('a filter finds names and types, and inner layers with their model', () => {
    expect(names({ filter: 'DENSE' })).toEqual(['dense', 'dense_1']);
    expect(names({ filter: 'block5_pool' })).toEqual(['vgg16', 'block5_pool']);
    expect(names({ filter: 'functional' })).toEqual(['vgg16']);
    expect(names({ filter: 'nothing like it' })).toEqual([]);
  });

  test('a header goes upwards, downwards, and back to the model’s order', () => {
    const up = nextSorting(null, 'type');
    const down = nextSorting(up, 'type');
    expect([up, down, nextSorting(down, 'type'), nextSorting(down, 'layer')]).toEqual([
      { column: 'type', descending: false },
      { column: 'type', descending: true },
      null,
      { column: 'layer', descending: false },
    ]);
  });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, notebookJson } from './format';
import { notebookCells } from './readCells';

const id = fc.stringMatching(/^[a-z-]{1,20}$/);
const text = fc.string({ unit: 'binary' });
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ kind: fc.constant('code' as const), id, text }),
  fc.record({ kind: fc.constant('markdown' as const), id, text }),
  fc.record({
    kind: fc.constant('markdown' as const),
    id,
    text,
    // A picture is a text of whole characters.
    pictures: fc.dictionary(id, fc.string({ unit: 'grapheme' }), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  }),
);

test('what was written is read back', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      expect(notebookCells(notebookJson(cells))).toEqual(cells);
    }),
  );
});

test('a text that is no JSON is not taken for a notebook', () => {
  expect(() => notebookCells('# Model')).toThrow(SyntaxError);
});

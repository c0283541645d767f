import { expect, test } from 'vitest';
import { type Part, put } from '../../../e2e/keras/grid/parts';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { buildDocument } from '../../document/template';
import { maskNameLines } from './kerasMaskNames';

/** The lines for a masked text merged with an unmasked one, by the names of its layers. */
function lines(merge: Part, names: { merged: string; dense: string }, maskZero = true): string[] {
  const document = buildDocument('names', (place) => {
    const text = put(place, ['inputText', { shape: [6] }]);
    const words = put(place, ['embedding', { inputDim: 9, outputDim: 4, maskZero }], text);
    const other = put(place, ['embedding', { inputDim: 9, outputDim: 4 }], text);
    put(place, ['dense'], put(place, ['lstm'], put(place, merge, [words, other], names.merged)), names.dense);
  });
  return maskNameLines(compile(document, library));
}

const comment = '    # Keras names the operations that compute masks: not like these layers.';
const once = (operation: string) => `    keras.backend.get_uid("${operation}")`;
const often = (operation: string, count: number) => [`    for _ in range(${count}):`, `    ${once(operation)}`];

test.each<[merged: string, dense: string, expected: readonly string[]]>([
  ['concatenate', 'answer', [comment, once('concatenate'), '']],
  ['concatenate_7', 'answer', [comment, ...often('concatenate', 8), '']],
  ['both', 'any', [comment, once('any'), '']],
  ['concatenate', 'not_equal_2', [comment, once('concatenate'), ...often('not_equal', 3), '']],
  ['both', 'answer', []],
  ['concatenate_0', 'concatenate_x', []],
  ['my_concatenate', 'concatenated', []],
  ['concatenate_99999999999', 'answer', []],
])('a model with layers %s and %s', (merged, dense, expected) => {
  expect(lines(['concatenate'], { merged, dense })).toEqual(expected);
});

test('a model without masks has names enough', () => {
  expect(lines(['concatenate'], { merged: 'concatenate', dense: 'any' }, false)).toEqual([]);
});

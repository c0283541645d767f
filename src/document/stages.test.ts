import { expect, test } from 'vitest';
import { documentOf } from '../../e2e/documents/documentOf';
import type { Block } from './document';
import { stagesIn } from './stages';

const block = (nodes: readonly string[], parent?: string): Block => ({
  nodes,
  ...(parent === undefined ? {} : { parent }),
  folded: false,
  color: 'none',
});

/** `whole` has `early` and `late` in it, and `late` has `last`; `loose` is in no block. */
const document = {
  ...documentOf(
    Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'loose'].map((name) => [name, ['dense', { units: 2 }]] as const)),
    ['a>b', 'b>c', 'c>d', 'd>e', 'e>loose'],
  ),
  blocks: {
    whole: block(['a']),
    early: block(['b'], 'whole'),
    late: block(['c', 'd'], 'whole'),
    last: block(['e'], 'late'),
  },
};
const layers = Object.keys(document.nodes);

test.each([
  [undefined, layers, [['whole', 'a']]],
  [undefined, ['d', 'a'], [['whole', 'd']]],
  [undefined, ['loose'], []],
  [
    'whole',
    layers,
    [
      ['early', 'b'],
      ['late', 'c'],
    ],
  ],
  [
    'whole',
    ['e', 'b'],
    [
      ['late', 'e'],
      ['early', 'b'],
    ],
  ],
  ['late', layers.filter((name) => 'cde'.includes(name)), [['last', 'e']]],
] as const)('inside %s of %j', (around, given, stages) => {
  expect(stagesIn(document, given, around)).toEqual(stages.map(([name, from]) => ({ name, from })));
});

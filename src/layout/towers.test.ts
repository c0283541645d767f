import { foldedExample } from '../document/edits/testDocuments';
import { describe, expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import { type Document, emptyDocument } from '../document/document';
import { brickHeight, foldedHeight, thinHeight } from './geometry';
import { templateDocument } from './templateDocument';
import { towersOf } from './towers';

/** `a b* c`: bricks in a row, wired one after the other; a star means stacked. */
function row(text: string, edges: readonly (readonly [string, string, number])[] = []): Document {
  const names = text.split(' ');
  const plain = names.map((name) => name.replace('*', ''));
  return {
    ...emptyDocument(''),
    nodes: Object.fromEntries(
      names.map((name, index) => [
        name.replace('*', ''),
        {
          type: 'dense',
          params: {},
          trainable: true,
          at: [index * 300, 0],
          ...(name.endsWith('*') ? { stacked: true } : {}),
        },
      ]),
    ),
    edges: [
      ...plain.slice(1).map((to, index) => ({ from: plain[index]!, to, port: 0 })),
      ...edges.map(([from, to, port]) => ({ from, to, port })),
    ],
  };
}
const folded = (nodes: readonly string[], parent?: string) => ({
  nodes,
  folded: true,
  color: 'none',
  ...(parent === undefined ? {} : { parent }),
});
const view = (document: Document) => {
  const { towers, wires } = towersOf(document, library);
  return [towers.map(({ items }) => items.join(' ')), wires.map(({ from, to }) => `${from}→${to}`)];
};

describe('what stands on what', () => {
  test.each([
    ['nothing stacked', row('a b c'), ['a', 'b', 'c'], ['a→b', 'b→c']],
    ['a tower', row('a b* c*'), ['a b c'], []],
    ['two towers', row('a b* c d*'), ['a b', 'c d'], ['b→c']],
    ['only one can stand on a brick', row('a b* c', [['a', 'c', 0]]), ['a b', 'c'], ['b→c', 'a→c']],
    ['a shortcut keeps its wire', row('a b* c*', [['a', 'c', 1]]), ['a b c'], ['a→c']],
    ['a second input does not carry', row('a b', [['c', 'b', 1]]), ['a', 'b'], ['a→b']],
    ['stacked on nothing stands alone', row('a*'), ['a'], []],
    ['a circle of stacked bricks', row('a* b*', [['b', 'a', 0]]), ['a b'], ['b→a']],
    ['a folded block is one item', { ...row('a b* c* d*'), blocks: { x: folded(['b', 'c']) } }, ['a x d'], []],
    [
      'folded in folded is the outer one',
      { ...row('a b* c* d*'), blocks: { y: folded(['b'], 'x'), x: folded(['c']) } },
      ['a x d'],
      [],
    ],
    [
      'folded in unfolded is itself',
      { ...row('a b* c* d*'), blocks: { y: folded(['b', 'c'], 'x'), x: { ...folded(['a']), folded: false } } },
      ['a y d'],
      [],
    ],
  ] as const)('%s', (_, document, towers, wires) => {
    expect(view(document)).toEqual([towers, wires]);
  });
});

test('heights: bricks, thin ones, folded blocks; each stands on the one below', () => {
  const document = templateDocument(
    templates.find(({ id }) => id === 'residual')!,
    {},
    library,
  );
  const { items } = towersOf(document, library);
  const [sum, out] = [items.get('res1_add')!, items.get('res1_out')!];
  expect([sum.height, out.height]).toEqual([brickHeight, thinHeight]);
  expect([out.x, out.y, out.level, out.tower]).toEqual([sum.x, sum.y - brickHeight, 3, 'res1_conv1']);
  const vgg = towersOf(foldedExample('vgg16'), library);
  expect(vgg.items.get('block4')).toMatchObject({
    kind: 'block',
    height: foldedHeight,
    base: 'block4_conv1',
    nodes: expect.arrayContaining(['block4_pool']),
  });
  expect(vgg.itemOf.get('block4_conv3')).toBe('block4');
});

test('a thousand bricks are stacked in less than half a second', () => {
  const document = row(Array.from({ length: 1000 }, (_, index) => `d${index}${index % 10 ? '*' : ''}`).join(' '));
  const start = performance.now();
  expect(towersOf(document, library).towers).toHaveLength(100);
  expect(performance.now() - start).toBeLessThan(500);
});

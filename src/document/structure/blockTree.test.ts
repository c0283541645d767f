import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { blockLabels } from '../../layout/hulls';
import { arrange } from '../../layout/arrange';
import { towersOf } from '../../layout/towers';
import { type Block, type Document, emptyDocument } from '../document';
import { group } from '../edits';
import { blocksAround, blocksInside, bricksOf, itemsOf } from '../items';
import { documentOf } from '../reading/parse';
import { blockTree, deepestBlocks, tooDeepBlock } from './blockTree';

const block = (parent?: string, nodes: readonly string[] = []): Block => ({
  nodes,
  ...(parent === undefined ? {} : { parent }),
  folded: false,
  color: 'none',
});
const nested = (depth: number): Record<string, Block> =>
  Object.fromEntries(
    Array.from({ length: depth }, (_, at) => [
      `b${at}`,
      block(at === 0 ? undefined : `b${at - 1}`, at === depth - 1 ? ['a'] : []),
    ]),
  );
const one: Document = {
  ...emptyDocument('Deep'),
  nodes: { a: { type: 'inputVector', params: { shape: [4] }, trainable: true, at: [0, 0] } },
};

/** Trees, and now and then a circle or a parent that is not there. */
const anyBlocks = fc
  .array(fc.integer({ min: -1, max: 13 }), { maxLength: 12 })
  .map((parents): Record<string, Block> =>
    Object.fromEntries(
      parents.map((parent, at) => [`b${at}`, block(parent < 0 ? undefined : `b${parent}`, [`n${at}`])]),
    ),
  );

describe('blocks in blocks', () => {
  test('are read as going up from each of them says', () => {
    const property = fc.property(anyBlocks, (given) => {
      const nodes = Object.fromEntries(Object.keys(given).map((name) => [name.replace('b', 'n'), one.nodes['a']!]));
      const read = documentOf({ ...one, nodes, blocks: given });
      if (!read.ok) throw new Error(read.error.code);
      const document = read.value;
      const { order, depth } = blockTree(document.blocks);
      expect(order.toSorted()).toEqual(Object.keys(given).toSorted());
      for (const name of order) {
        const around = blocksAround(document, name);
        expect(depth.get(name)).toBe(around.length);
        // Nothing is lost but what closes a circle or leads nowhere.
        const { parent } = given[name]!;
        const dropped = parent !== document.blocks[name]!.parent;
        const astray = () => !Object.hasOwn(given, parent!) || blocksAround({ blocks: given }, parent).includes(name);
        expect(dropped && !astray()).toBe(false);
        const inside = order.filter((other) => blocksAround(document, other).includes(name));
        expect([...blocksInside(document, name)].toSorted()).toEqual(inside.toSorted());
        const folded = {
          ...document,
          blocks: { ...document.blocks, [name]: { ...document.blocks[name]!, folded: true } },
        };
        const bricks = bricksOf(document, [name]);
        expect(itemsOf(folded).members.get(name) ?? []).toEqual(bricks);
      }
    });
    fc.assert(property, { numRuns: 200 });
  });

  test.each([1, 2, 20, deepestBlocks])('%i deep: read, compiled, laid out and framed', (depth) => {
    const read = documentOf({ ...one, blocks: nested(depth) });
    if (!read.ok) throw new Error(read.error.code);
    expect(compile(read.value, library).steps[0]!.blocks).toHaveLength(depth);
    const laid = arrange(read.value, library, 'towers');
    const { atFoot, hulls } = blockLabels(towersOf(laid, library));
    expect(hulls.length + atFoot.size).toBe(depth);
  });

  test.each([deepestBlocks + 1, 2000, 5000])('%i deep: refused at once, in words', (depth) => {
    const read = documentOf({ ...one, blocks: nested(depth) });
    const data = { block: `b${deepestBlocks}`, depth, limit: deepestBlocks };
    expect(read).toEqual({ ok: false, error: { code: 'tooDeepBlocks', data } });
  });

  test('in a circle of thousands are a chain that is too deep', () => {
    const blocks = { ...nested(5000), b0: block('b4999') };
    expect(documentOf({ ...one, blocks })).toMatchObject({ ok: false, error: { code: 'tooDeepBlocks' } });
  });

  test('more of them than bricks can be are refused', () => {
    const blocks = Object.fromEntries(Array.from({ length: 6001 }, (_, at) => [`b${at}`, block()]));
    const data = { count: 6001, limit: 5000 };
    expect(documentOf({ ...one, blocks })).toEqual({ ok: false, error: { code: 'tooManyBlocks', data } });
  });

  test('grouping never makes what could not be opened again', () => {
    let document = one;
    for (let at = 0; at < deepestBlocks + 5; at++) document = group(['a'])(document);
    expect([tooDeepBlock(document.blocks), Object.keys(document.blocks).length]).toEqual([null, deepestBlocks]);
  });
});

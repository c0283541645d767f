import { describe, expect, test } from 'vitest';
import { library } from '../../templates/index';
import { type Block, type Document, emptyDocument } from '../document/document';
import { blockLabels } from './hulls';
import { lanesOf } from './lanes';
import { towersOf } from './towers';

type Placing = (index: number) => readonly [number, number];

const bricks = 2_000;

/** Many bricks, one wired to the next. */
function chain(place: Placing, stacked: boolean, blocks: number): Document {
  const names = Array.from({ length: bricks }, (_, index) => `d${index}`);
  const common = { type: 'dense', params: { units: 4 }, trainable: true, ...(stacked ? { stacked: true } : {}) };
  const size = bricks / Math.max(1, blocks);
  const block = (index: number): Block => ({
    nodes: names.slice(index * size, (index + 1) * size),
    folded: false,
    color: 'none',
  });
  return {
    ...emptyDocument('Many'),
    nodes: Object.fromEntries(names.map((name, index) => [name, { ...common, at: place(index) }])),
    edges: names.slice(1).map((to, index) => ({ from: names[index]!, to, port: 0 })),
    blocks: Object.fromEntries(Array.from({ length: blocks }, (_, index) => [`b${index}`, block(index)])),
  };
}

const places: Readonly<Record<string, Placing>> = {
  'all in one place': () => [0, 0],
  'in one row': (index) => [index * 220, 0],
  'in rows': (index) => [(index % 70) * 230, Math.floor(index / 70) * 160],
  'all over': (index) => [(index * 7919) % 15013, (index * 104729) % 9973],
};

describe.each(Object.keys(places))('%s', (name) => {
  test.each([
    ['a chain', false, 0],
    ['one tower', true, 0],
    ['500 blocks', false, 500],
  ])('2,000 bricks, %s: wires and frames are found while one waits', (_, stacked, blocks) => {
    const towers = towersOf(chain(places[name]!, stacked, blocks), library);
    const begun = performance.now();
    const lanes = lanesOf(towers);
    const { atFoot, hulls } = blockLabels(towers);
    // Once it was minutes; a machine that does many things at once gets several times what it takes.
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect([lanes.size, towers.items.size]).toEqual([towers.wires.length, bricks]);
    expect(hulls.length + atFoot.size).toBeGreaterThanOrEqual(blocks);
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import { compile } from '../compile/compile';
import type { Document } from '../document/document';
import { buildTemplate } from '../document/template';
import { branched } from '../../e2e/documents/branched';
import { arrange } from './arrange';
import { boxesOf, overlaps } from './bounds';
import { type Rectangle, blockLabels, crosses } from './hulls';
import { approach, curveAt, lanesOf, wireEnd, wireStart } from './lanes';
import { towersOf } from './towers';

/** Everything that must be right about an arranged document; the names of what is not. */
function faults(document: Document): string[] {
  const towers = towersOf(document, library);
  const { hulls } = blockLabels(towers);
  const found: string[] = overlaps(towers) ? ['towers overlap'] : [];
  const title = ({ x, y, width }: Rectangle) => ({ x, y, width, height: 28 });
  const inside = (inner: Rectangle, outer: Rectangle) =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;
  const boxes = boxesOf(towers).map(({ left, right, top, bottom }) => ({
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
  }));
  for (const hull of hulls) {
    for (const box of boxes) if (crosses(title(hull), box)) found.push(`name of ${hull.block} on a tower`);
    for (const other of hulls)
      if (
        other !== hull &&
        (crosses(title(hull), title(other)) || (crosses(hull, other) && !inside(hull, other) && !inside(other, hull)))
      )
        found.push(`${hull.block} and ${other.block}`);
  }
  const lanes = lanesOf(towers);
  for (const wire of towers.wires) {
    const [from, to] = [towers.items.get(wire.from)!, towers.items.get(wire.to)!];
    if (from.tower === to.tower) continue;
    const [start, end] = [wireStart(from), wireEnd(to)];
    const lane = lanes.get(wire.id)!;
    const [out, back] = [start.x + approach, end.x - approach];
    const points =
      lane === null
        ? Array.from({ length: 25 }, (_, step) => curveAt(start, end, step / 24))
        : [start, { x: out, y: start.y }, { x: out, y: lane }, { x: back, y: lane }, { x: back, y: end.y }, end];
    const hit = points.slice(1).some((point, index) => boxes.some((box) => passes(points[index]!, point, box)));
    if (hit) found.push(`wire ${wire.id}`);
  }
  return found;
}

/** Does a straight, nearly level or upright piece of a wire run through a box? Touching its edge does not count. */
function passes(a: { x: number; y: number }, b: { x: number; y: number }, box: Rectangle): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return (
    left < box.x + box.width - 0.5 && right > box.x + 0.5 && top < box.y + box.height - 0.5 && bottom > box.y + 0.5
  );
}

const foldedAs = (document: Document, folded: (block: string, index: number) => boolean): Document => ({
  ...document,
  blocks: Object.fromEntries(
    Object.entries(document.blocks).map(([name, block], index) => [name, { ...block, folded: folded(name, index) }]),
  ),
});

test('series-parallel graphs of any form, blocks folded or not: nothing lies over anything, no wire crosses a brick', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), fc.nat(), (choices, folds) => {
      const numbers = choices[Symbol.iterator]();
      const document = branched(40, () => numbers.next().value as number);
      const open = arrange(
        foldedAs(document, (_, index) => ((folds >> (index % 31)) & 1) === 1),
        library,
        'towers',
      );
      expect(faults(open)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

describe.each(templates.map(({ id }) => id))('%s', (id) => {
  const document = buildTemplate(templates.find((template) => template.id === id)!);
  const names = Object.keys(document.blocks);
  const ways =
    names.length <= 4
      ? Array.from({ length: 2 ** names.length }, (_, bits) => bits)
      : [0, -1, ...names.slice(0, 6).map((_, index) => ~(1 << index)), 0b1010101, 0b110011];
  test.each(ways)('folded as %i', (bits) => {
    const arranged = arrange(
      foldedAs(document, (_, index) => ((bits >> (index % 31)) & 1) === 1),
      library,
      'towers',
    );
    expect(faults(arranged)).toEqual([]);
    expect(compile(arranged, library).totals).toEqual(compile(document, library).totals);
  });
});

test('a branched model of 313 bricks is arranged in less than 300 ms, folded and unfolded', () => {
  let seed = 7;
  const document = branched(313, () => (seed = (seed * 48271) % 2147483647));
  expect(Object.keys(document.nodes)).toHaveLength(313);
  for (const folded of [true, false]) {
    const one = foldedAs(document, () => folded);
    // The quickest of a few: the machine may be busy with something else.
    const times = Array.from({ length: 4 }, () => {
      const start = performance.now();
      arrange(one, library, 'towers');
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  }
});

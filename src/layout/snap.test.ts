import { describe, expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import { depth } from './geometry';
import { dropTarget, wirePoints } from './snap';
import { templateDocument } from './templateDocument';
import { towersOf } from './towers';

const digits = towersOf(
  templateDocument(
    templates.find(({ id }) => id === 'digits')!,
    {},
    library,
  ),
  library,
);
const tower = digits.towers.find(({ items }) => items.length > 2)!;
const [base, second] = tower.items.map((id) => digits.items.get(id)!) as [Item, Item];
const top = digits.items.get(tower.items.at(-1)!)!;
type Item = NonNullable<ReturnType<typeof digits.items.get>>;

describe('a held brick snaps', () => {
  test.each([
    ['onto the top of a tower', [top.x + 10, top.y - top.height - 12], { kind: 'on', item: top.id }],
    ['between two bricks', [base.x - 20, second.y + 9], { kind: 'between', below: base.id, above: second.id }],
    ['under the lowest', [base.x, base.y + 45], { kind: 'under', item: base.id }],
  ] as const)('%s', (_, [x, y], target) => {
    expect(dropTarget(digits, ['new'], { x, y })).toEqual(target);
  });

  test('to nothing far away, nor beside a tower', () => {
    expect(dropTarget(digits, [], { x: 3000, y: 3000 })).toBeNull();
    expect(dropTarget(digits, [], { x: base.x + 110, y: second.y })).toBeNull();
  });

  test('not to what is being moved', () => {
    expect(dropTarget(digits, [top.id], { x: top.x, y: top.y - top.height })).not.toEqual({ kind: 'on', item: top.id });
    expect(dropTarget(digits, tower.items, { x: base.x, y: base.y - 40 })).toBeNull();
  });

  test('into a wire that its middle lies on', () => {
    const wide = { ...digits, items: new Map(digits.items) };
    const [wire] = digits.wires;
    wide.items.set(base.id, { ...base, x: base.x + 600 });
    wide.items.set(second.id, { ...second, x: base.x + 600 });
    const far = { ...wide, towers: digits.towers.filter(({ id }) => id !== tower.id) };
    const { x, y } = wirePoints(far, wire!)[12]!;
    expect(dropTarget(far, [], { x: x - 74, y: y + 20 })).toEqual({ kind: 'wire', wire: wire!.id });
    expect(dropTarget(far, [wire!.to], { x: x - 74, y: y + 20 })).toBeNull();
    const aside = { x: x - 74, y: y + 320 };
    expect(dropTarget(far, [], aside, undefined, { x, y: y + 9 })).toEqual({ kind: 'wire', wire: wire!.id });
    expect(dropTarget(far, [], aside, undefined, { x, y: y + 40 })).toBeNull();
  });

  test.each(templates.filter(({ id }) => ['unet', 'residual', 'inception-v3', 'resnet50'].includes(id)))(
    '$id: onto every wire as it is drawn, in its curve or its lane',
    (template) => {
      const towers = towersOf(templateDocument(template, {}, library), library);
      for (const wire of towers.wires) {
        const points = wirePoints(towers, wire);
        const [one, other] = [points[Math.floor((points.length - 1) / 2)]!, points[Math.ceil(points.length / 2)]!];
        const at = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
        const hit = dropTarget(towers, [], { x: 1e6, y: 1e6 }, undefined, at);
        expect(hit?.kind).toBe('wire');
      }
    },
  );
});

test('a wire starts at the side of its source and ends at the face of its target', () => {
  const [wire] = digits.wires;
  const points = wirePoints(digits, wire!);
  const [from, to] = [digits.items.get(wire!.from)!, digits.items.get(wire!.to)!];
  expect(points[0]!.x).toBe(from.x + from.width + depth.x);
  expect(points.at(-1)).toEqual({ x: to.x, y: to.y - to.height / 2 });
});

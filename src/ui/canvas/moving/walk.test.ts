import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import { templateDocument } from '../../../layout/templateDocument';
import { towersOf } from '../../../layout/towers';
import { walk, walkingOrder } from './walk';

const model = (id: string) => {
  const document = templateDocument(
    templates.find((template) => template.id === id)!,
    {},
    library,
  );
  const towers = towersOf(document, library);
  return { document, towers, order: walkingOrder(towers, compile(document, library)) };
};

describe('the order of the Tab stop', () => {
  test.each(templates.map(({ id }) => id))('%s: every item once, sources first', (id) => {
    const { towers, order } = model(id);
    expect([...order].sort()).toEqual([...towers.items.keys()].sort());
    for (const { from, to } of towers.wires) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
  });
});

describe('arrows', () => {
  const { towers, order } = model('digits');
  const tower = towers.towers.find(({ items }) => items.length > 2)!.items;

  test('up and down follow the tower', () => {
    expect(walk(towers, order, tower[0]!, 'up')).toBe(tower[1]);
    expect(walk(towers, order, tower[1]!, 'down')).toBe(tower[0]);
  });

  test('sideways leads to another tower and back', () => {
    const left = walk(towers, order, tower[0]!, 'left');
    expect(left).not.toBeNull();
    expect(tower).not.toContain(left);
    expect(tower).toContain(walk(towers, order, left!, 'right'));
  });

  test('ends: first, last, nothing beyond, and a start from nowhere', () => {
    expect(walk(towers, order, tower[0]!, 'first')).toBe(order[0]);
    expect(walk(towers, order, tower[0]!, 'last')).toBe(order.at(-1));
    expect(walk(towers, order, tower.at(-1)!, 'up')).toBeNull();
    expect(walk(towers, order, 'gone', 'left')).toBe(order[0]);
    expect(walk({ ...towers, items: new Map(), towers: [] }, [], 'gone', 'left')).toBeNull();
  });

  test('every item of VGG16 can be reached', () => {
    const vgg = model('vgg16');
    const seen = new Set<string>([vgg.order[0]!]);
    const queue = [...seen];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = walk(vgg.towers, vgg.order, id, direction);
        if (next !== null && !seen.has(next)) queue.push(next);
        if (next !== null) seen.add(next);
      }
    }
    expect(seen.size).toBe(vgg.towers.items.size);
  });
});

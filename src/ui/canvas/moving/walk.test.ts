import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import { templateDocument } from '../../../layout/templateDocument';
import { towersOf } from '../../../layout/towers';
import { neighboursOf } from '../../../layout/neighbours';
import { type Direction, walk } from './walk';
import { walkingOrder } from './walkingOrder';

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

  const straight = (id: string) =>
    [...neighboursOf(model(id).towers).values()].every(({ from, to }) => from.length < 2 && to.length < 2);

  test.each(templates.map(({ id }) => id).filter(straight))(
    '%s has no branches: it is walked whole, and back',
    (id) => {
      const here = model(id);
      const up = here.order.map((item) => walk(here.towers, here.order, item, 'up'));
      const down = here.order.map((item) => walk(here.towers, here.order, item, 'down'));
      expect(up).toEqual([...here.order.slice(1), null]);
      expect(down).toEqual([null, ...here.order.slice(0, -1)]);
    },
  );

  describe.each(templates.map(({ id }) => id))('%s', (id) => {
    const here = model(id);
    const go = (from: string, direction: Direction) => walk(here.towers, here.order, from, direction);

    test('up from the first item goes from layer to layer to one that nothing follows', () => {
      const way = [here.order[0]!];
      for (let next = go(way[0]!, 'up'); next !== null; next = go(next, 'up')) {
        const { from } = neighboursOf(here.towers).get(next)!;
        expect(from).toContain(way.at(-1));
        way.push(next);
      }
      expect(new Set(way).size).toBe(way.length);
      expect(neighboursOf(here.towers).get(way.at(-1)!)!.to).toEqual([]);
    });

    test('every item can be reached', () => {
      const seen = new Set<string>([here.order[0]!]);
      const queue = [...seen];
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
        for (const direction of ['up', 'down', 'left', 'right'] as const) {
          const next = go(item, direction);
          if (next !== null && !seen.has(next)) queue.push(next);
          if (next !== null) seen.add(next);
        }
      }
      expect(seen.size).toBe(here.towers.items.size);
    });
  });
});

import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { brickWidth, depth, footHeight } from '../../layout/geometry';
import { templateDocument } from '../../layout/templateDocument';
import { towersOf } from '../../layout/towers';
import { channelOf, wireEnd, wireRoute, wireStart } from './wireRoute';

const towersFor = (id: string) =>
  towersOf(
    templateDocument(
      templates.find((template) => template.id === id)!,
      {},
      library,
    ),
    library,
  );

describe('a wire’s way', () => {
  test('onwards is one curve with its chip halfway', () => {
    const { path, middle, room } = wireRoute({ x: 0, y: 0 }, { x: 200, y: 40 }, 500);
    expect(path).toMatch(/^M0 0C/);
    expect(path).toMatch(/200 40$/);
    expect(middle).toEqual({ x: 100, y: 20 });
    expect(room).toBe(200);
  });

  test('backwards goes through the channel', () => {
    const { path, middle } = wireRoute({ x: 900, y: 0 }, { x: 0, y: 400 }, 200);
    expect(middle.y).toBe(200);
    expect(path).not.toContain('C');
    expect(path).toMatch(/L0 400$/);
  });

  test('a shortcut in one tower runs beside it', () => {
    const right = brickWidth + depth.x;
    const { middle } = wireRoute({ x: right, y: 0 }, { x: 0, y: -120 }, 500);
    expect(middle.x).toBeGreaterThan(right + 15);
  });

  test('no coordinate is ever missing', () => {
    for (const end of [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: -500, y: 3 },
      { x: 17, y: 0 },
    ]) {
      expect(wireRoute({ x: 0, y: 0 }, end, 0).path).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

test.each(templates.map(({ id }) => id))('%s: backward wires cross no tower on their way back', (id) => {
  const towers = towersFor(id);
  for (const wire of towers.wires) {
    const [start, end] = [wireStart(towers.items.get(wire.from)!), wireEnd(towers.items.get(wire.to)!)];
    if (end.x > start.x) continue;
    const channel = channelOf(wire, towers);
    for (const { items } of towers.towers) {
      const [base, top] = [towers.items.get(items[0]!)!, towers.items.get(items.at(-1)!)!];
      const beside = base.x + brickWidth + depth.x < end.x - 22 || base.x > start.x + 22;
      const clear = channel >= base.y + footHeight || channel <= top.y - top.height - depth.y;
      expect(beside || clear, `${wire.id} and ${base.id}`).toBe(true);
    }
  }
});

import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { brickHeight } from '../../../layout/geometry';
import { templateDocument } from '../../../layout/templateDocument';
import { towersOf } from '../../../layout/towers';
import { holdingOf, shifts } from './holding';

const towers = towersOf(
  templateDocument(
    templates.find(({ id }) => id === 'lenet5')!,
    {},
    library,
  ),
  library,
);
const tower = towers.towers.find(({ items }) => items.length > 4)!.items;

describe('taking hold', () => {
  test('of a base moves the whole tower', () => {
    const held = holdingOf(towers, [tower[0]!], false);
    expect([...held.moving]).toEqual(tower);
    expect(held.pulled).toEqual([]);
  });

  test('of a brick in the middle takes it alone', () => {
    const held = holdingOf(towers, [tower[2]!], false);
    expect([...held.moving]).toEqual([tower[2]]);
    expect(held.towers).toEqual([]);
    expect(held.height).toBe(towers.items.get(tower[2]!)!.height);
  });

  test('with Alt takes what stands on it along', () => {
    const held = holdingOf(towers, [tower[2]!], true);
    expect([...held.moving]).toEqual(tower.slice(2));
    expect(held.splits).toBe(true);
  });

  test('of something that is gone is nothing', () => {
    expect(holdingOf(towers, ['gone'], false).moving.size).toBe(0);
  });
});

describe('making room', () => {
  const moving = new Set([tower[2]!]);
  const height = towers.items.get(tower[2]!)!.height;

  test('the gap closes', () => {
    const moved = shifts(towers, moving, { kind: 'free' }, height);
    expect([...moved.keys()]).toEqual(tower.slice(3));
    expect(new Set(moved.values())).toEqual(new Set([height]));
  });

  test('and opens where the brick would go', () => {
    const moved = shifts(towers, moving, { kind: 'tower', on: tower[0]! }, height);
    expect(moved.get(tower[1]!)).toBe(-height);
    expect(moved.has(tower[3]!)).toBe(false);
  });

  test('for a new brick from the palette', () => {
    const moved = shifts(towers, new Set(), { kind: 'tower', on: tower[1]! }, brickHeight);
    expect([...moved.keys()]).toEqual(tower.slice(2));
    expect(new Set(moved.values())).toEqual(new Set([-brickHeight]));
  });

  test('under a tower all of it moves up', () => {
    const moved = shifts(towers, new Set(), { kind: 'under', tower: tower[0]! }, brickHeight);
    expect([...moved.keys()]).toEqual(tower);
    expect(new Set(moved.values())).toEqual(new Set([-brickHeight]));
  });
});

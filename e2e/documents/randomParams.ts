import type { AnyBrick } from '../../src/brick/brick';
import { type Field, type LayerValue } from '../../src/brick/fields';
import { type NamedRole, namedTables } from '../../src/brick/named';

/** Where the numbers of a random document come from. */
export class Dice {
  constructor(private readonly random: () => number) {}

  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  /** True in this share of all throws. */
  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.map(() => rest.splice(this.between(0, rest.length - 1), 1)[0]!);
  }

  list<T>(length: number, of: () => T): T[] {
    return Array.from({ length }, of);
  }
}

const isRole = (kind: string): kind is NamedRole => Object.hasOwn(namedTables, kind);

function randomValue(dice: Dice, field: Field, inner: readonly AnyBrick[]): unknown {
  const { kind, min = -2, max = 2, options = [], unknown = false, initial } = field;
  const whole = () => dice.between(Math.max(min, -4), Math.min(max, Math.max(min, 0) + 4));
  const decimal = () => Math.max(min, -2) + dice.between(0, 100) * 0.01 * (Math.min(max, 2) - Math.max(min, -2));
  if (isRole(kind)) {
    const name = dice.pick(options);
    return { name, ...namedTables[kind][name] };
  }
  switch (kind) {
    case 'integer':
      return whole();
    case 'optionalInteger':
      return dice.chance(0.5) ? null : whole();
    case 'number':
      return decimal();
    case 'optionalNumber':
      return dice.chance(0.5) ? null : decimal();
    case 'toggle':
      return dice.chance(0.5);
    case 'choice':
      return dice.pick(options);
    case 'pair':
      return dice.list(2, whole);
    case 'triple':
      return dice.list(3, whole);
    case 'range':
      return dice.list(2, decimal).toSorted((one, other) => one - other);
    case 'sides':
      return dice.list(2, () => dice.list(2, () => dice.between(0, 3)));
    case 'solidSides':
      return dice.list(3, () => dice.list(2, () => dice.between(0, 2)));
    case 'axes':
      return dice.list((initial as readonly number[]).length || dice.between(1, 2), () => dice.between(-3, 3));
    case 'numbers':
      return dice.list(dice.between(0, 3), () => dice.between(-6, 6) / 4).toSorted((one, other) => one - other);
    case 'shape': {
      const known = initial as readonly unknown[];
      // A shape of any rank is what Reshape aims at; there one axis may be worked out.
      const rank = field.schema.safeParse([...known, 1]).success ? dice.between(1, 4) : known.length;
      return dice.list(rank, () => (unknown && dice.chance(0.15) ? null : dice.between(1, 12)));
    }
    case 'text':
    case 'layerName':
    case 'layerNames':
      return initial;
    case 'layer': {
      const brick = dice.pick(inner);
      return { type: brick.type, params: randomParams(dice, brick, []) } satisfies LayerValue;
    }
  }
  throw new Error(`No random value for ${kind}`);
}

/** Random values of some parameters, initial ones of the others. All lie in their fields' ranges, but need not fit each other. */
export function randomParams(dice: Dice, brick: AnyBrick, inner: readonly AnyBrick[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(brick.params).map(([name, field]) => {
      if (field.kind !== 'layer' && dice.chance(0.4)) return [name, field.initial];
      const value = randomValue(dice, field, inner);
      return [name, field.schema.safeParse(value).success ? value : field.initial];
    }),
  );
}

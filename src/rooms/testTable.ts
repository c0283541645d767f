import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './testHouse';

export interface Room {
  readonly name: string;
  /** Rooms and single files whose values it may import; null: all. */
  readonly may: readonly string[] | null;
  /** Rooms of which it may import types. */
  readonly types: readonly string[];
  readonly packages: readonly string[];
}

const named = (cell = '') => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name!);

/** The table of the README that says who may import whom. */
export const rooms: readonly Room[] = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n| room ')[1]!
  .split('\n\n')[0]!
  .split('\n')
  .slice(2)
  .map((row) => {
    const [, name, , may = '', packages] = row.split('|');
    const [values, types] = may.split('; types of ');
    return {
      name: named(name)[0]!,
      may: may.trim() === 'everything' ? null : named(values),
      types: named(types),
      packages: named(packages),
    };
  });

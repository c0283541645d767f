import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imports, importsOf, isKnown, roomOf, root, sources } from './testHouse';
import { rooms } from './testTable';

describe('rooms', () => {
  test('every room is in the table', () => {
    expect([...new Set(sources.map(roomOf))].toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
    expect(imports.length).toBeGreaterThan(300);
  });

  test('every import of a file leads to one', () => {
    const lost = imports.filter(({ file }) => file !== null && /\.tsx?$|\/[^.]+$/.test(file) && !isKnown(file));
    expect(lost.map(({ from, source }) => `${from} → ${source}`)).toEqual([]);
  });

  test.each(rooms)('$name imports only what the table allows', ({ name, may, types }) => {
    const wrong = imports.filter(({ from, file, typeOnly }) => {
      if (roomOf(from) !== name || file === null || may === null) return false;
      const target = roomOf(file);
      return target !== name && ![target, file].some((it) => may.includes(it)) && !(typeOnly && types.includes(target));
    });
    expect(wrong.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
  });

  test('bricks know nothing of each other', () => {
    const siblings = imports.filter(
      ({ from, file }) => roomOf(from) === 'bricks' && from !== 'bricks/index.ts' && file?.startsWith('bricks/'),
    );
    expect(siblings.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
  });

  test('the entry awaits nothing while it loads: what it fetches may import it', () => {
    expect(readFileSync(join(root, 'src/main.tsx'), 'utf8')).not.toMatch(/^(\w.*)?\bawait\b/m);
  });

  test('the page never reaches tfjs or HDF5: only workers do', () => {
    const reached = new Set(['src/main.tsx']);
    const guilty: string[] = [];
    for (const name of reached) {
      for (const { source, file, typeOnly } of isKnown(name) ? importsOf(name) : []) {
        if (typeOnly || source.includes('?')) continue;
        if (/^(@tensorflow|h5wasm)(\/|$)/.test(source) || file === 'src/engine/worker.ts')
          guilty.push(`${name} → ${source}`);
        if (file !== null) reached.add(file);
      }
    }
    expect(guilty).toEqual([]);
    expect(reached.size).toBeGreaterThan(1);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Import, exported, files, imports, importsOf, packageOf, roomOf, root } from './testHouse';
import { rooms } from './testTable';

const versions = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const atRunTime = { ...manifest.dependencies, ...manifest.optionalDependencies };

/** Started by its name: runs the scripts of `package.json`. */
const notImported = ['tsx'];

const [building, testing] = ['vite.config.ts', 'vitest.config.ts'].map((name) =>
  importsOf(name, readFileSync(join(root, name), 'utf8')),
) as [readonly Import[], readonly Import[]];
const everyImport = [...files.flatMap((name) => importsOf(name)), ...building, ...testing];

describe('packages', () => {
  test('every one that is imported is declared', () => {
    const declared = { ...atRunTime, ...manifest.devDependencies };
    const missing = everyImport.filter(({ source }) => {
      const name = packageOf(source);
      return name !== null && name !== 'node:' && !(name in declared);
    });
    expect(missing.map(({ from, source }) => `${from} → ${source}`)).toEqual([]);
  });

  test('building, serving and the command line need exactly the dependencies', () => {
    // What only an exported project runs is no need of ours.
    const ours = imports.filter(({ from }) => roomOf(from) !== exported && roomOf(from) !== 'src/runtime');
    const needed = [...ours, ...building].flatMap(({ source, typeOnly }) => {
      const name = typeOnly ? null : packageOf(source);
      return name === null || name === 'node:' ? [] : name;
    });
    expect(Object.keys(atRunTime).toSorted()).toEqual([...new Set([...needed, ...notImported])].toSorted());
  });

  test('all of TensorFlow.js is one exact version', () => {
    const all = Object.entries({ ...atRunTime, ...manifest.devDependencies });
    const found = new Set(all.flatMap(([name, version]) => (name.startsWith('@tensorflow/') ? version : [])));
    expect([...found]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });

  test.each(rooms)('$name uses exactly the packages of its row', ({ name, packages }) => {
    const used = imports.flatMap(({ from, source }) => (roomOf(from) === name ? (packageOf(source) ?? []) : []));
    expect([...new Set(used)].toSorted()).toEqual(packages.toSorted());
  });
});

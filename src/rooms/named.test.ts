import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exported, files, isTest, root } from './testHouse';

const places = [...files, 'README.md'].filter((name) => !isTest(name));
/** Their comments also speak of the project that they write, which has a `src` of its own. */
const writers = exported.slice(0, exported.lastIndexOf('/'));

test('files that comments and README name are there', () => {
  const named = places
    .filter((name) => !name.startsWith(writers) && !name.startsWith('src/runtime/'))
    .flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return [...text.matchAll(/`((?:src|bricks|templates)\/[\w./]*\w)`/g)].map(([, path]) => ({ name, path: path! }));
    });
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ path }) => !existsSync(join(root, path))).map(({ name, path }) => `${name}: ${path}`)).toEqual(
    [],
  );
});

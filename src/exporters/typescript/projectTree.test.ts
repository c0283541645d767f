import { describe, expect, test } from 'vitest';
import { projectTree, withImports } from './projectTree';

const own = '/src/exporters/typescript/project';
const sources = {
  [`${own}/src/train.ts`]: `import { a } from 'deepbrick-runtime/data/a';\nimport { b } from './b';\n`,
  [`${own}/src/b.ts`]: `export { late } from 'deepbrick-runtime/late';\n`,
  '/src/runtime/late.ts': `export const late = () => import('../engine/deep/c');\n`,
  [`${own}/src/unused.ts`]: '',
  '/src/data/a.ts': `export { other } from './made/other';\n`,
  '/src/data/made/other.ts': `import type { A } from '../a';\n`,
  '/src/engine/deep/c.ts': `import 'package';\n`,
};

describe('the exported project', () => {
  test('has its own files on top, all others where they are here, and its imports lead to them', () => {
    const tree = projectTree(sources);
    expect(Object.keys(tree)).toEqual(
      expect.arrayContaining([
        'src/train.ts',
        'src/b.ts',
        'runtime/src/late.ts',
        'runtime/src/data/a.ts',
        'runtime/src/data/made/other.ts',
      ]),
    );
    expect(tree['src/train.ts']).toBe(sources[`${own}/src/train.ts`]);
    expect(tree['runtime/src/late.ts']).toContain(`import('./engine/deep/c')`);
    expect(tree['runtime/src/data/made/other.ts']).toBe(sources['/src/data/made/other.ts']);
  });

  test('has what is imported, types and late imports too, and nothing else', () => {
    const files = withImports(projectTree(sources), ['src/train.ts']);
    expect(Object.keys(files).toSorted()).toEqual([
      'runtime/src/data/a.ts',
      'runtime/src/data/made/other.ts',
      'runtime/src/engine/deep/c.ts',
      'runtime/src/late.ts',
      'src/b.ts',
      'src/train.ts',
    ]);
  });

  test('is not made where a file is missing', () => {
    const { '/src/data/a.ts': _missing, ...rest } = sources;
    expect(() => withImports(projectTree(rest), ['src/train.ts'])).toThrow('runtime/src/data/a.ts');
  });
});

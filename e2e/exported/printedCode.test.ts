import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brickList } from '../../bricks/index';
import { projectSources } from '../../src/cli/projectSources';
import { compile } from '../../src/compile/compile';
import { projectTree, withImports } from '../../src/exporters/typescript/projectTree';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { buildTemplate } from '../../src/document/template';
import { library, templates } from '../../templates/index';
import { planOf } from '../keras/cases/plans';
import { writeFiles } from './writeFiles';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

// Inside the checkout, so that the code finds its packages without an installation of its own.
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results', 'printed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the code of every template and of every brick’s examples compiles strictly', () => {
  const tree = projectTree(projectSources().files);
  const ofTemplates = templates.map((template): [string, string] => {
    const plan = compile(buildTemplate(template), library);
    expect(plan.issues).toEqual([]);
    return [`src/${template.id}.ts`, toTypeScript(plan)];
  });
  const ofBricks = brickList.flatMap((brick) =>
    brick.examples.map((example, index): [string, string] => [
      `src/${brick.type}${index}.ts`,
      toTypeScript(planOf({ type: brick.type, params: example.params, in: example.in })),
    ]),
  );
  const layers = Object.keys(tree).filter((path) => /^src\/engine\/layers\/\w+\/(?!.*\.test\.)/.test(path));
  writeFiles(folder, {
    'tsconfig.json': tree['tsconfig.json']!,
    ...withImports(tree, layers),
    ...Object.fromEntries([...ofTemplates, ...ofBricks]),
  });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '--noEmit'], { cwd: folder, encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
}, 120_000);

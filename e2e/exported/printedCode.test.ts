import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brickList } from '../../bricks/index';
import { projectSources } from '../../src/cli/projectSources';
import { compile } from '../../src/compile/compile';
import { layersFile } from '../../src/exporters/typescript/layersFile';
import { packageFiles } from '../../src/exporters/typescript/packageFile';
import { projectTree, withImports } from '../../src/exporters/typescript/projectTree';
import { ownLayerNames, toTypeScript } from '../../src/exporters/typescript/typescript';
import type { Plan } from '../../src/compile/plan';
import { buildTemplate } from '../../src/document/template';
import { initialTraining } from '../../src/document/training';
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
  const plans = new Map<string, Plan>();
  for (const template of templates) {
    const plan = compile(buildTemplate(template), library);
    expect(plan.issues).toEqual([]);
    plans.set(template.id, plan);
  }
  for (const brick of brickList) {
    for (const [index, { params, in: shapes }] of brick.examples.entries()) {
      plans.set(`${brick.type}${index}`, planOf({ type: brick.type, params, in: shapes }));
    }
  }
  const printed = [...plans].map(([name, plan]) => [`src/${name}.ts`, toTypeScript(plan)] as const);
  const layers = Object.keys(tree).filter((path) => /^runtime\/src\/engine\/layers\/\w+\/(?!.*\.test\.)/.test(path));
  writeFiles(folder, {
    'tsconfig.json': tree['tsconfig.json']!,
    ...withImports(tree, [...layers, 'runtime/src/engine/layers/activation/activations.ts']),
    'runtime/package.json': packageFiles(plans.get('digits')!, initialTraining)['runtime/package.json'],
    'runtime/src/layers.ts': layersFile([...new Set([...plans.values()].flatMap(ownLayerNames))].toSorted()),
    ...Object.fromEntries(printed),
  });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '--noEmit'], { cwd: folder, encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
}, 120_000);

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFiles } from '../../../e2e/exported/writeFiles';
import { library, templates } from '../../../templates/index';
import { projectSources } from '../../cli/projectSources';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { exportProject } from './project';

const root = resolve(import.meta.dirname, '../../..');
let folder: string;

// Inside the checkout, so that the project finds its packages without an installation of its own.
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results', 'sound-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an exported project says that its loss is no number, at which batch, and why', async () => {
  const base = buildTemplate(templates.find(({ id }) => id === 'deepbrick-05')!);
  const optimizer = { name: 'sgd', settings: { learningRate: 1e38 } } as const;
  const document = { ...base, training: { ...base.training, optimizer } };
  const plan = compile(document, library);
  writeFiles(folder, await exportProject({ document, plan, weights: null, sample: null, sources: projectSources() }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, BACKEND: 'wasm' },
    });
  expect(run(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit').stdout).toBe('');
  const { status, stderr } = run('--import', 'tsx', 'src/train.ts', '--batches', '8');
  expect(stderr).toMatch(/no longer .*number.* \(epoch 1(, batch \d)?\); the weights of the last good epoch are kept/);
  expect(stderr).toContain('The learning rate, 1e+38, is probably too high: try --learning-rate 0.01.');
  expect(status).toBe(1);
}, 120_000);

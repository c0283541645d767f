import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { hostileNames, renamed } from '../../../e2e/documents/hostile';
import { exportWithWeights } from '../../../e2e/exported/trainedExport';
import { writeFiles } from '../../../e2e/exported/writeFiles';
import { library, templates } from '../../../templates/index';
import { projectSources } from '../../cli/projectSources';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { packageFiles } from './packageFile';
import { exportProject } from './project';
import lock from './project/package-lock.json';
import { WeightsMismatch, weightsFit } from '../../formats/weights/weightTensors';

const root = resolve(import.meta.dirname, '../../..');
const template = (id: string) => buildTemplate(templates.find((candidate) => candidate.id === id)!);
let folder: string;

// Inside the checkout, so that the project finds its packages without an installation of its own.
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results', 'exported-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a script of the exported project; `BACKEND` keeps the run the same on every machine. */
function run(where: string, ...args: string[]): { code: number | null; out: string } {
  const options = { cwd: where, encoding: 'utf8', env: { ...process.env, BACKEND: 'wasm' } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  return { code: status, out: stdout + stderr };
}

const typeCheck = (where: string) => run(where, join(root, 'node_modules/typescript/bin/tsc'), '--noEmit');
const ownTest = (where: string) => run(where, '--import', 'tsx', '--test', 'test/model.test.ts');

async function written(name: string, document: Document): Promise<string> {
  const where = join(folder, name);
  writeFiles(where, await exportWithWeights(document));
  return where;
}

describe('exportProject', () => {
  test('the digits CNN compiles strictly, tests itself, trains, predicts, and its test stays green', async () => {
    const where = await written('digits', template('digits'));
    expect(typeCheck(where)).toEqual({ code: 0, out: '' });
    const first = ownTest(where);
    expect(first.out).toContain('# Backend: wasm');
    expect(first.out).toContain('# pass 2\n# fail 0');
    const trained = run(where, '--import', 'tsx', 'src/train.ts', '--epochs', '1', '--batches', '20');
    expect(trained.out).toMatch(/Epoch 1\/1 {2}loss \d.* accuracy \d.* val_loss \d.* val_accuracy \d/);
    const [, accuracy] = /val_accuracy ([\d.]+)/.exec(trained.out)!;
    expect(Number(accuracy)).toBeGreaterThan(0.3);
    const predicted = run(where, '--import', 'tsx', 'src/predict.ts', '--samples', '3', '--json');
    const [, json] = /^(\[.*\])$/m.exec(predicted.out)!;
    const results = JSON.parse(json!) as { label: number; values: number[] }[];
    expect(results).toHaveLength(3);
    for (const { values } of results) expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    expect(ownTest(where).code).toBe(0);
  }, 120_000);

  test.each([
    ['a frozen backbone', frozenHead(32)],
    ['branches', template('residual')],
    [
      'unusual layers',
      chain('Unusual', [
        ['inputImage', 'input', { shape: [8, 6, 3] }],
        ['conv2d', 'conv', { kernelRegularizer: { name: 'l2', l2: 0.1 }, activation: 'logSoftmax' }],
        ['batchNormalization', 'bn', { axis: 1, scale: false, betaConstraint: { name: 'nonNeg' } }],
        ['averagePooling2d', 'pool', { padding: 'same' }],
        ['reshape', 'shape', { targetShape: [null, 2] }],
        ['flatten', 'flat'],
        ['flatten', 'flat_again'],
        ['dense', 'out', { kernelInitializer: { name: 'randomNormal', mean: 0, stddev: 0.1 } }],
      ]),
    ],
    ['hostile names', renamed(template('lenet5'), '"`${1}*/\u2028\n', hostileNames.slice(20))],
  ])(
    '%s compiles strictly and gives the same numbers',
    async (name, document) => {
      const where = await written(name.replaceAll(' ', '-'), document);
      expect(typeCheck(where)).toEqual({ code: 0, out: '' });
      expect(ownTest(where).out).toContain('# pass 2\n# fail 0');
    },
    120_000,
  );

  const digits = template('digits');
  const plan = compile(digits, library);
  const base = { document: digits, plan, sources: projectSources() };

  test('without weights there is neither a weight file nor a sample', async () => {
    const sample = { shape: [28, 28, 1], input: new Float32Array(784), output: new Float32Array(10) };
    const files = await exportProject({ ...base, weights: null, sample });
    expect(Object.keys(files).filter((path) => /^weights\/model|sample\.json/.test(path))).toEqual([]);
  });

  test.each(['digits', 'transfer', 'deepbrick-24'])('%s: every package that is imported is declared', async (id) => {
    const document = template(id);
    const files = await exportProject({
      ...base,
      document,
      plan: compile(document, library),
      weights: null,
      sample: null,
    });
    const declared = z
      .object({
        dependencies: z.record(z.string(), z.string()),
        optionalDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(String(files['package.json'])));
    const known = [...Object.keys(declared.dependencies), ...Object.keys(declared.optionalDependencies)];
    const imported = Object.entries(files)
      .filter(([path]) => path.endsWith('.ts'))
      .flatMap(([, text]) => [...String(text).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^.'"][^'"]*)['"]/g)])
      .map(([, source]) => /^(?:@[^/]+\/)?[^/]+/.exec(source!)![0])
      .filter((source) => !/^(node:|deepbrick-runtime$)/.test(source));
    expect([...new Set(imported)].filter((source) => !known.includes(source))).toEqual([]);
    expect(imported.length).toBeGreaterThan(10);
  });

  test('the model and the settings in this repository are those of the digits', async () => {
    const files = await exportProject({ ...base, weights: null, sample: null });
    for (const name of ['model.ts', 'settings.ts', 'data.ts']) {
      const here = readFileSync(join(import.meta.dirname, 'project/src', name), 'utf8');
      expect(files[`src/${name}`]).toBe(here);
    }
  });

  test('weights of another model are refused', async () => {
    const weights = { 'conv2d/kernel': { shape: [1], values: new Float32Array(1) } };
    expect(weightsFit(plan, weights)).toBe(false);
    await expect(exportProject({ ...base, weights, sample: null })).rejects.toThrow(WeightsMismatch);
  });

  test('the lock file fits package.json, so that npm ci works', () => {
    const { 'package.json': manifest, 'package-lock.json': locked } = packageFiles(plan, base.document.training);
    const wanted = JSON.parse(manifest) as Record<string, unknown>;
    const got = (JSON.parse(locked) as { packages: Record<string, Record<string, unknown>> }).packages['']!;
    for (const field of ['name', 'dependencies', 'devDependencies', 'optionalDependencies', 'engines']) {
      expect([field, got[field]]).toEqual([field, wanted[field]]);
    }
    const packages: Record<string, { version?: string; integrity?: string; resolved?: string }> = lock.packages;
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''];
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
    for (const [path, entry] of Object.entries(packages)) {
      expect([path, entry.resolved, path === '' || Boolean(entry.integrity)]).toEqual([path, undefined, true]);
    }
  });
});

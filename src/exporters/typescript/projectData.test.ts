import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pageCurve } from '../../../e2e/exported/pageCurve';
import { writeFiles } from '../../../e2e/exported/writeFiles';
import { library, templates } from '../../../templates/index';
import { projectSources } from '../../cli/projectSources';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { catalogue } from '../../data/catalogue';
import { importFile } from '../../data/tables/importFile';
import { randomNumbers } from '../../data/random';
import { pageProjectSources } from './pageProjectSources';
import { exportProject } from './project';

const root = resolve(import.meta.dirname, '../../..');
const sources = projectSources();
const template = (id: string) => buildTemplate(templates.find((candidate) => candidate.id === id)!);
let folder: string;

// Inside the checkout, so that the project finds its packages without an installation of its own.
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results', 'exported-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(where: string, ...args: string[]): string {
  const options = { cwd: where, encoding: 'utf8', env: { ...process.env, BACKEND: 'wasm' } } as const;
  const { stdout, stderr } = spawnSync(process.execPath, args, options);
  return stdout + stderr;
}

const typeCheck = (where: string) => run(where, join(root, 'node_modules/typescript/bin/tsc'), '--noEmit');
const script = (where: string, name: string, ...args: string[]) => run(where, '--import', 'tsx', name, ...args);

/** The project of a document that was not trained. */
const exportOf = (document: Document, from = sources) =>
  exportProject({ document, plan: compile(document, library), weights: null, sample: null, sources: from });

async function written(name: string, document: Document): Promise<string> {
  const where = join(folder, name);
  writeFiles(where, await exportOf(document));
  return where;
}

describe('a project with made-up data', () => {
  const one = ['--samples', '1'];
  test.each<[string, number, [string[], RegExp][]]>([
    ['deepbrick-20', 6, [[one, /^sample 640 \(-?\d\.\d+\) → -?\d/m]]],
    ['deepbrick-24', 1, [[['the story is wonderful'], /^the story is wonderful → 0\.\d/m]]],
  ])(
    '%s compiles strictly, tests itself, trains and predicts',
    async (id, batches, predictions) => {
      const where = await written(id, template(id));
      expect(typeCheck(where)).toBe('');
      expect(script(where, 'test/model.test.ts')).toContain('# pass 1\n# fail 0');
      const trained = script(where, 'src/train.ts', '--epochs', '1', '--batches', String(batches));
      expect(trained).toMatch(/Epoch 1\/1 {2}loss \d.* val_loss \d/);
      for (const [args, line] of predictions) expect(script(where, 'src/predict.ts', ...args)).toMatch(line);
    },
    120_000,
  );
});

/** A template that learns from this dataset. */
const learning = (id: string) =>
  templates.map((each) => buildTemplate(each)).find(({ training }) => training.dataset === id)!;

test('data that the model does not take are left out, and said', async () => {
  const waiting = template('transfer');
  const photos = await exportOf(waiting);
  expect(photos['README.md']).toContain('(photos of your own, a folder for each class) are not in this project');
  const files = await exportOf({ ...waiting, training: { ...waiting.training, dataset: 'digits' } });
  expect(files['src/data.ts']).toContain('digits, which the model does not take');
  expect(files['README.md']).toContain('(digits, which the model does not take) are not in this project');
  expect(Object.keys(files).filter((path) => path.startsWith('data/'))).toEqual([]);
});

test('each dataset of the page is carried', async () => {
  for (const { id } of catalogue) {
    const document = learning(id);
    const files = await exportOf(document);
    expect(files['src/data.ts']).toMatch(/^ {2}return path === undefined \? \w+\(\) : readData\(/m);
    expect(files['README.md']).toMatch(
      /\*\*Data:\*\* (Synthetic data, the same from its seed|10,000 real handwritten)/,
    );
    expect('data/digits.png' in files).toBe(id.startsWith('digits'));
    expect(Object.values(files)).not.toContain(undefined);
  }
});

test('the page takes along the same files as the command line', async () => {
  // What a server would give for the digits.
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(3)));
  const page = await pageProjectSources('/');
  vi.unstubAllGlobals();
  const all = (given: typeof sources) =>
    Promise.all(
      catalogue.map(async ({ id }) => {
        const document = learning(id);
        const files = await exportOf(document, given);
        return { ...files, 'data/digits.png': '', 'data/digits-labels.bin': '' };
      }),
    );
  expect(await all(page)).toEqual(await all(sources));
});

describe('a project with a file of one’s own', () => {
  /** Two outputs of different weight, and rare classes count more. */
  function twoOutputs(): Document {
    const { nodes, edges, training, ...rest } = template('deepbrick-05');
    const [yes] = compile({ nodes, edges, training, ...rest }, library).outputs;
    const { from } = edges.find(({ to }) => to === yes)!;
    const node = nodes[yes!]!;
    return {
      ...rest,
      nodes: { ...nodes, two: { ...node, params: { ...node.params, units: 2, activation: 'softmax' } } },
      edges: [...edges, { from, to: 'two', port: 0 }],
      training: {
        ...training,
        dataset: 'own:table.csv',
        loss: 'auto',
        outputs: { two: { loss: 'auto', weight: 0.25 } },
        classWeight: 'balanced',
        batchSize: 8,
        epochs: 2,
      },
    };
  }

  test('weighs outputs, classes and samples as the editor does', async () => {
    const document = twoOutputs();
    const random = randomNumbers(11);
    const row = () => [...Array.from({ length: 12 }, () => random().toFixed(3)), (random() * 3).toFixed(2)];
    const lines = Array.from({ length: 60 }, () => [...row(), random() < 0.2 ? 'yes' : 'no'].join());
    const header = [...Array.from({ length: 12 }, (_, column) => `x${column}`), 'sample_weight', 'answer'].join();
    const csv = [header, ...lines].join('\n');
    const reading = { progress: () => undefined, signal: new AbortController().signal };
    const dataset = await importFile('own:table.csv', csv, 'table.csv', reading);
    const epochs = await pageCurve(compile(document, library), document.training, dataset);

    const where = await written('own', document);
    writeFileSync(join(where, 'table.csv'), csv);
    expect(typeCheck(where)).toBe('');
    expect(script(where, 'src/train.ts')).toContain('npm run train -- --data FILE');
    const trained = script(where, 'src/train.ts', '--data', 'table.csv');
    const shown = [...trained.matchAll(/^Epoch .*$/gm)].map(([line]) =>
      ['loss', 'val_loss'].map((name) => Number(new RegExp(`  ${name} ([\\d.]+)`).exec(line)![1])),
    );
    expect(shown).toHaveLength(2);
    epochs.forEach((scores, epoch) => {
      expect(shown[epoch]).toEqual(['loss', 'val_loss'].map((name) => Number(scores[name]!.toFixed(4))));
    });
  }, 60_000);
});

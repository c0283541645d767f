import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { randomH5 } from '../../../e2e/fixtures/randomWeights';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { preprocessingFor } from '../../compile/plan';
import { type Document, documentSchema } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { errorText } from '../commandError';
import { commandHere } from '../testCommandHere';
import { main } from '../main';

const root = resolve(import.meta.dirname, '../../..');
const patient = 180_000;
const entries = z.array(z.object({ name: z.string(), shape: z.array(z.number()) }));
const published = z.object({ weightsManifest: z.array(z.object({ weights: entries })) });
const tensorsIn = (file: string) =>
  published.parse(JSON.parse(readFileSync(file, 'utf8'))).weightsManifest.flatMap(({ weights }) => weights);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** With a cache of its own, which is empty. */
const deepbrick = (...args: string[]) => commandHere(args, { DEEPBRICK_CACHE: join(folder, 'cache') });

test(
  'a project whose backbone comes with DeepBrick has its weights in it, bit by bit',
  async () => {
    const project = join(folder, 'digits');
    expect((await deepbrick('export', 'digits-transfer', '--to', 'typescript', '--out', project)).code).toBe(0);
    const valuesIn = (where: string) => {
      const shard = readFileSync(join(where, 'group1-shard1of1.bin'));
      let at = 0;
      return new Map(
        tensorsIn(join(where, 'model.json')).map(({ name, shape }) => {
          const length = shape.reduce((product, axis) => product * axis, 4);
          return [name, shard.subarray(at, (at += length)).toString('hex')];
        }),
      );
    };
    const [ours, backbone] = [valuesIn(join(project, 'weights')), valuesIn(join(root, 'public/digitsBackbone'))];
    // The head is the project's own.
    const kept = [...backbone].filter(([name]) => !name.startsWith('predictions/'));
    expect(kept.length).toBeGreaterThan(4);
    for (const [name, values] of kept) expect([name, ours.get(name)]).toEqual([name, values]);
  },
  patient,
);

/** Exports MobileNet of a width with weights to a Keras project. */
const mobilenet = (alpha: string, out: string, weights: string) =>
  deepbrick('export', 'mobilenet', '--alpha', alpha, '--to', 'keras', '--out', out, '--weights', weights);

test.each([
  ['0.25', 'tf', 'imagenet'],
  // Nobody publishes weights of this width: pictures are prepared as for those of the others all the same.
  ['0.3', 'tf', null],
])(
  'an architecture of alpha %s with weights takes pictures as those of its training were',
  async (alpha, preprocessing, source) => {
    const project = join(folder, `prepared ${alpha}`);
    const file = join(folder, `${alpha}.h5`);
    const plan = compile(buildTemplate(library.architectures['mobilenet']!, { alpha: Number(alpha) }), library);
    writeFileSync(file, await randomH5(plan));
    const said = await mobilenet(alpha, project, file);
    expect([said.code, said.err]).toEqual([0, expect.not.stringContaining('Error')]);
    const document = documentSchema.parse(
      JSON.parse(readFileSync(join(project, 'MobileNet.deepbrick.json'), 'utf8')),
    ) as Document;
    expect(preprocessingFor(compile(document, library), document.training.preprocessing)).toBe(preprocessing);
    expect(document.weights?.source ?? null).toBe(source);
  },
  patient,
);

test('published weights are asked for by their name', async () => {
  const bare = join(folder, 'published');
  const refused = await mobilenet('0.3', bare, 'imagenet');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Nobody publishes weights of mobilenet')]);
  const named = await mobilenet('0.25', bare, 'imagenet');
  expect([named.code, named.err]).toEqual([0, expect.stringContaining('weights get mobilenet-0.25-224')]);
});

test(
  'without its pretrained weights a project says how to get them',
  async () => {
    const project = join(folder, 'photos');
    const { code, err } = await deepbrick(
      'export',
      'transfer',
      '--alpha',
      '0.25',
      '--to',
      'typescript',
      '--out',
      project,
    );
    expect(code).toBe(0);
    expect(err).toContain('get them with weights get mobilenet-0.25-224-no-top, or give --weights <file>');
    expect(existsSync(join(project, 'weights/model.json'))).toBe(false);
  },
  patient,
);

const shared = resolve(root, '../shared/data/weights/mobilenet_2_5_224_tf_no_top.h5');

test.skipIf(!existsSync(shared))(
  'the file of a backbone goes into the project (needs the shared data)',
  async () => {
    const project = join(folder, 'mobilenet');
    const options = ['--alpha', '0.25', '--weights', shared, '--to', 'typescript', '--out', project];
    expect((await deepbrick('export', 'transfer', ...options)).code).toBe(0);
    expect(tensorsIn(join(project, 'weights/model.json'))).toHaveLength(135 + 2);
  },
  patient,
);

test.each([
  [
    ['export', 'mlp', '--to', 'keras-script', '--weights', 'x.h5'],
    '--to keras-script has no weights in it; convert makes',
  ],
  [['export', 'mlp', '--to', 'typescript', '--weights', 'missing.h5'], 'There is no file missing.h5.'],
  [['export', 'mlp', '--to', 'typescript', '--weights', 'package.json'], 'contains no readable weights'],
])('%j fails with one line', async (args, text) => {
  const error: unknown = await main([...args, '--out', join(folder, 'none')]).catch((reason: unknown) => reason);
  expect(errorText(error)).toContain(text);
  expect(errorText(error)).toMatch(/^deepbrick: [^\n]+$/);
});

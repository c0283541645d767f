import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { errorText } from '../commandError';
import { commandHere } from '../testCommandHere';
import { main } from '../main';
import { readPhoto } from '../readPhoto';
import { testWeightsServer } from '../../pretrained/testWeightsServer';

const root = resolve(import.meta.dirname, '../../..');
const shared = resolve(root, '../shared/data');
const patient = 180_000;
const digits = ['--model', 'digits-backbone'];

/** Runs the real command line, while servers of this process answer it. */
function deepbrick(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const command = ['--import', 'tsx', join(root, 'src/cli/deepbrick.ts'), ...args];
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...environment } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    child.on('close', (code) => done({ code, ...said }));
  });
}

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-predict-'));
  const square = {
    create: { width: 64, height: 48, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } },
  } as const;
  await sharp(square).png().toFile(join(folder, 'alpha.png'));
  await sharp(square).jpeg().toFile(join(folder, 'photo.jpg'));
  writeFileSync(join(folder, 'text.jpg'), 'no picture');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('predict', () => {
  test(
    'says what the embedded backbone sees, its backend, and a table for two photos',
    async () => {
      const photo = join(folder, 'alpha.png');
      const one = await deepbrick(['predict', ...digits, '--image', photo, '--top', '2', '--backend', 'cpu']);
      expect(one.out).toMatch(/^1\. class \d \d+\.\d %\n2\. class \d \d+\.\d %\nBackend: cpu\n$/);
      const two = await commandHere(['predict', ...digits, '--image', photo, '--image', photo, '--csv', '--top', '1']);
      expect(two.out).toMatch(
        /^image,model,rank,class,name,probability\n(alpha\.png,digits-backbone,1,\d,class \d,[\d.e-]+\n){2}$/,
      );
      expect(two.err).toContain('Backend: wasm, 1 thread');
      const all = await deepbrick(['predict', ...digits, '--no-top', '--image', photo, '--json', '--backend', 'cpu']);
      const [features] = JSON.parse(all.out) as { image: string; model: string; shape: number[]; values: number[] }[];
      expect(features).toMatchObject({ image: 'alpha.png', model: 'digits-backbone', shape: [7, 7, 64] });
      expect(features!.values).toHaveLength(features!.shape.reduce((product, axis) => product * axis, 1));
    },
    patient,
  );

  test.each(['typescript', 'keras'])(
    'takes the weights that lie in an exported project (%s), also those of a model inside',
    async (target) => {
      const project = join(folder, `transfer-${target}`);
      await commandHere(['export', 'digits-transfer', '--to', target, '--no-data', '--out', project]);
      const photo = join(folder, 'alpha.png');
      const said = await commandHere(['predict', '--model', project, '--image', photo, '--json', '--backend', 'cpu']);
      const [{ values }] = JSON.parse(said.out) as [{ values: number[] }];
      expect(values).toHaveLength(5);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    },
    patient,
  );

  test.each([
    [['predict'], 'predict needs --model'],
    [['predict', ...digits], 'predict needs --image'],
    [['predict', ...digits, '--weights', 'a', '--weights', 'b', '--image', 'x'], 'as many --weights as --model'],
    [['predict', ...digits, '--image', 'x', '--top', '0'], '--top takes a whole number'],
    [['predict', ...digits, '--image', 'x', '--csv', '--json'], '--csv and --json exclude each other'],
    [['predict', ...digits, '--weights', 'missing.h5', '--image', 'x'], 'There is no file missing.h5.'],
    [['predict', '--model', 'vgg16', '--classes', '7', '--image', 'x'], 'Nobody publishes weights of vgg16'],
    [['weights', 'gett'], 'Did you mean get?'],
    [['weights', 'get', 'vgg61'], 'Did you mean vgg16?'],
    [['weights', 'check', 'package.json'], 'contains no readable weights'],
  ])('%j fails with one line', async (args, text) => {
    const error: unknown = await main(args).catch((reason: unknown) => reason);
    expect(errorText(error)).toContain(text);
    expect(errorText(error)).toMatch(/^deepbrick: [^\n]+$/);
  });

  test(
    'a file that holds no weights is said by the process on one line',
    async () => {
      const photo = join(root, 'public/digits.png');
      const { code, out, err } = await deepbrick(['predict', ...digits, '--weights', 'package.json', '--image', photo]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^deepbrick: digits-backbone: [^\n]+\n$/m);
    },
    patient,
  );

  test('a text with the name of a picture is said to be none', async () => {
    await expect(readPhoto(join(folder, 'text.jpg'), [8, 8, 3], 'nearest')).rejects.toThrow(
      'cannot be read as an image',
    );
    const { values } = await readPhoto(join(folder, 'alpha.png'), [2, 2, 3], 'nearest');
    expect([...values.subarray(0, 3)]).toEqual([200, 100, 50]);
  });

  test('without the optional package sharp it says how to install it', async () => {
    vi.doMock('sharp', () => {
      throw new Error('Cannot find package');
    });
    const error: unknown = await readPhoto(join(folder, 'photo.jpg'), [2, 2, 3], 'nearest').catch(
      (thrown: unknown) => thrown,
    );
    vi.doUnmock('sharp');
    expect(errorText(error)).toMatch(/^deepbrick: Photos are read by .*run “npm install --no-save sharp”/);
  });
});

describe('weights', () => {
  test(
    'get downloads once into the cache that list shows; offline it says so in one line',
    async () => {
      const path = 'keras/mobilenet/mobilenet_2_5_128_tf_no_top.h5';
      const server = await testWeightsServer({ [path]: new Uint8Array(5000) });
      const environment = { DEEPBRICK_CACHE: join(folder, 'cache'), DEEPBRICK_WEIGHTS_BASE: server.base };
      const get = ['weights', 'get', 'mobilenet', '--alpha', '0.25', '--input', '128x128x3', '--no-top'];
      const first = await deepbrick(get, environment);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect((await commandHere(get, environment)).code).toBe(0);
      expect(server.asked).toHaveLength(1);
      await server.close();
      expect((await commandHere(['weights', 'list'], environment)).out).toMatch(
        /^mobilenet-0\.25-128-no-top +0\.0 MB +[\da-f]{16} +cached\n$/,
      );
      const offline = await commandHere(['weights', 'get', 'vgg16'], environment);
      expect(offline.err).toMatch(/^deepbrick: vgg16 cannot be downloaded: [^\n]+\n$/);
      expect(readdirSync(join(folder, 'cache'))).toEqual(['mobilenet-0.25-128-no-top']);
    },
    patient,
  );
});

describe.skipIf(!existsSync(shared))('real weights and photos (need the shared data)', () => {
  test(
    'MobileNet 0.25 sees elephants and a cup',
    async () => {
      const mobilenet = [
        '--model',
        'mobilenet',
        '--alpha',
        '0.25',
        '--weights',
        join(shared, 'weights/mobilenet_v1_0.25_224/model.json'),
      ];
      const photos = ['elephant_keras_docs.jpg', 'coffee.png'].flatMap((name) => [
        '--image',
        join(shared, 'photos', name),
      ]);
      const { out } = await commandHere(['predict', ...mobilenet, ...photos, '--top', '3']);
      expect(out).toMatch(/African_elephant 46\.\d % +tusker 41\.\d % +Indian_elephant 8\.\d %/);
      expect(out).toMatch(/espresso 93\.\d %/);
    },
    patient,
  );

  test(
    'check says what fits',
    async () => {
      const file = join(shared, 'weights/mobilenet_2_5_224_tf_no_top.h5');
      const fits = ['weights', 'check', file, '--model', 'mobilenet', '--alpha', '0.25', '--no-top'];
      const { out } = await commandHere(fits);
      expect(out).toContain('It fits mobilenet: ');
      // Keras says 218,544 parameters.
      expect(out).toMatch(/: kerasH5, \d+ layers, 135 tensors, 218544 parameters\n/);
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      expect(out).toContain(`SHA-256 ${hash} mobilenet_2_5_224_tf_no_top.h5\n`);
      const other = await commandHere(['weights', 'check', file, '--model', 'mobilenet', '--alpha', '0.5', '--no-top']);
      expect(other.err).toContain('does not fit mobilenet');
      expect(other.out).toContain('wrong shape conv1/kernel: expected 3×3×3×16, got 3×3×3×8');
    },
    patient,
  );
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../e2e/documents/chain';
import { fileText } from '../formats/file';
import { errorText } from './commandError';
import { commandHere } from './testCommandHere';
import { main } from './main';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

/** Runs the real command line, in a process of its own. */
function deepbrick(...args: string[]): { code: number | null; out: string; err: string } {
  const command = ['--import', 'tsx', join(root, 'src/cli/deepbrick.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const file = (name: string) => join(folder, name);

/** The arguments with the test's own files where they are meant. */
const inFolder = (args: readonly string[]) =>
  args.map((arg) => (arg.endsWith('.json') && !['missing.json', 'package.json'].includes(arg) ? file(arg) : arg));

async function thrownBy(action: () => Promise<void>): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return error;
  }
  return null;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-cli-'));
  const head = fileText(frozenHead());
  writeFileSync(file('head.deepbrick.json'), head);
  writeFileSync(
    file('broken.deepbrick.json'),
    fileText(
      chain('broken', [
        ['inputImage', 'picture'],
        ['dense', 'x'],
        ['conv2d', 'y\nz', { filters: -1 }],
      ]),
    ),
  );
  writeFileSync(file('cut.json'), head.slice(0, 100));
  writeFileSync(file('other.json'), '{"name":"x","dependencies":{}}');
  writeFileSync(file('newer.json'), head.replace('"version": 1', '"version": 99'));
  writeFileSync(file('unknown.json'), head.replace('"type": "flatten"', '"type": "flutten"'));
  writeFileSync(file('empty.json'), '');
  writeFileSync(file('picture.json'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('deepbrick', () => {
  test.each([
    [['summary', 'vgg16'], 'Total params: 138,357,544 (527.79 MB)'],
    [['summary', 'vgg16', '--no-top', '--pooling', 'avg', '--input', '128x128x3'], 'Total params: 14,714,688 '],
    [['summary', 'vgg16', '--classes', '10'], 'Total params: 134,301,514 '],
    [
      [
        'summary',
        'mobilenet',
        '--alpha',
        '0.25',
        '--no-top',
        '--pooling',
        'avg',
        '--classes',
        '10',
        '--input',
        '128x128x3',
      ],
      'Total params: 218,544 ',
    ],
    [['summary', 'digits'], 'Model: "Digits CNN"'],
    [['summary', 'vgg16', '--numbers', '--batch', '8'], 'Total multiply-adds: 15,470,264,320 for one sample'],
    [['summary', 'digits', '--csv'], 'conv2d,Conv2D,"(None, 24, 24, 8)",208,208,115200,'],
    [['templates'], '138,357,544  --no-top --pooling --classes --input\n'],
    [['templates'], '\n\nWell-known models\nvgg16 '],
    [['templates'], '\n\nNumber → number\ndeepbrick-01 '],
    [['bricks'], 'GlobalAveragePooling2D'],
    [['--help'], 'export <template or file> --to typescript|keras|keras-script|notebook|pytorch|onnx|dot --out'],
    [['export', '--help'], 'summary <template or file>'],
  ])('%j prints %j', async (args, text) => {
    const { code, out, err } = await commandHere(args);
    expect(out).toContain(text);
    expect([code, err]).toEqual([0, '']);
  });

  test('the process prints, and nothing else', () => {
    const { code, out, err } = deepbrick('summary', 'digits');
    expect(out).toContain('Model: "Digits CNN"');
    expect([code, err]).toEqual([0, '']);
  });

  test('a file: summary with a nested backbone, expanded, and check', async () => {
    const { out } = await commandHere(['summary', file('head.deepbrick.json')]);
    expect(out).toMatch(/vgg16 \(Functional\) +\(None, 7, 7, 512\) +14714688\n/);
    expect(out).toContain('Non-trainable params: 14,714,688 ');
    const expanded = await commandHere(['summary', file('head.deepbrick.json'), '--expand']);
    expect(expanded.out).toContain('\n  block1_conv1 (Conv2D)');
    const checked = await commandHere(['check', file('head.deepbrick.json')]);
    // It has one output, and the digits ten classes.
    expect(checked.out).toContain('warning dense_1: dense_1 gives 1 value, but the data have 10 classes.');
    expect(checked.out).toContain('can be built, with 1 warning: 6 bricks, 27,560,769 parameters.');
    expect(checked.code).toBe(0);
  });

  test('check says every problem, one a line, and fails', () => {
    const { code, out, err } = deepbrick('check', file('broken.deepbrick.json'));
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(out).toMatch(/^error x: /);
    expect(err).toBe(`deepbrick: ${file('broken.deepbrick.json')} has 1 problem.\n`);
    expect(code).toBe(1);
  });

  test.each([
    [['summary', 'vgg61'], 'There is no template "vgg61". Did you mean vgg16? Templates: '],
    [['summary', 'missing.json'], 'There is no file missing.json.'],
    [['summary', 'src'], 'src is not a file but a folder.'],
    [['summary', 'cut.json'], 'The file is not valid JSON'],
    [['summary', 'empty.json'], 'The file is not valid JSON'],
    [['check', 'picture.json'], 'is a picture'],
    [['check', 'other.json'], 'not a DeepBrick document'],
    [['summary', 'newer.json'], 'newer DeepBrick (version 99)'],
    [['summary', 'broken.deepbrick.json'], 'broken.deepbrick.json: '],
    [['summary', 'unknown.json'], 'flutten'],
    [['summary', 'head.deepbrick.json', '--no-top'], '--no-top is for templates'],
    [['summary', 'vgg16', '--pooling', 'foo'], '--pooling takes none | avg | max, not "foo".'],
    [['summary', 'vgg16', '--classes', '1e99'], '--classes takes 1 … '],
    [['summary', 'vgg16', '--classes', '--no-top'], 'ambiguous'],
    [['summary', 'vgg16', '--input', '224'], '--input takes sizes such as 224x224x3, at least 32x32, not "224".'],
    [['summary', 'xception', '--input', '70x71x3'], 'sizes such as 299x299x3, at least 71x71, not "70x71x3".'],
    [['summary', 'resnet50', '--alpha', '0.5'], 'The template resnet50 has no option --alpha'],
    [['summary', 'mobilenet', '--alpha', '9'], '--alpha takes 0.1 … 4, not "9".'],
    [['summary', 'vgg16', '--top', '--no-top'], 'exclude each other'],
    [['summary', 'mlp', '--pooling', 'avg'], 'The template mlp has no option --pooling'],
    [['summary', 'vgg16', '--bogus'], "Unknown option '--bogus'"],
    [['summary'], 'summary needs <template or file>.'],
    [['summary', 'vgg16', 'extra'], 'summary does not know what to do with "extra".'],
    [['sumary', 'vgg16'], 'There is no command "sumary". Did you mean summary?'],
    [['__proto__'], 'There is no command "__proto__".'],
    [[], 'Which command? '],
    [
      ['export', 'digits', '--out', 'out'],
      'export needs --to typescript|keras|keras-script|notebook|pytorch|onnx|dot.',
    ],
    [['export', 'digits', '--to', 'kers', '--out', 'out'], 'not "kers". Did you mean keras?'],
    [
      ['export', 'digits', '--to', 'toString', '--out', 'out'],
      '--to takes typescript or keras or keras-script or notebook or pytorch or onnx or dot, not "toString".',
    ],
    [['export', 'digits', '--to', 'keras-script'], 'export needs --out <folder>.'],
    [['export', 'digits', '--to', 'keras-script', '--out', 'src'], 'src is not empty'],
    [['export', 'digits', '--to', 'keras-script', '--out', 'package.json'], 'package.json is not a folder'],
    [['export', 'digits', '--to', 'keras-script', '--out', 'package.json/x'], 'ENOTDIR'],
  ])('%j fails with one line', async (args, text) => {
    const error = await thrownBy(() => main(inFolder(args)));
    expect(errorText(error)).toContain(text);
    expect(errorText(error)).toMatch(/^deepbrick: [^\n]+$/);
  });

  test.each([
    [['summary', 'vgg61'], 'There is no template "vgg61". Did you mean vgg16? Templates: '],
    [['summary', 'missing.json'], 'There is no file missing.json.'],
    [['check', 'cut.json'], 'The file is not valid JSON'],
    [['summary', 'vgg16', '--classes', '--no-top'], 'ambiguous'],
    [['export', 'digits', '--to', 'keras-script', '--out', 'package.json/x'], 'ENOTDIR'],
    [[], 'Which command? '],
  ])('the process of %j fails with one line on stderr', (args, text) => {
    const { code, out, err } = deepbrick(...inFolder(args));
    expect(err).toContain(text);
    expect(err).toMatch(/^deepbrick: [^\n]+\n$/);
    expect([code, out]).toEqual([1, '']);
  });

  test('export writes a Keras script and a whole project', async () => {
    const written = (...args: string[]) => commandHere(['export', ...args]);
    expect((await written('digits', '--to', 'keras-script', '--out', file('keras'))).code).toBe(0);
    expect(readFileSync(join(folder, 'keras/script.py'), 'utf8')).toContain('def build_model():');
    const { code, out } = await written('vgg16', '--no-top', '--to', 'typescript', '--out', file('project'));
    expect([code, out]).toEqual([0, expect.stringContaining('npm ci && npm test && npm run train')]);
    expect(readdirSync(file('project'))).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'src', 'test']),
    );
    expect((await written('digits', '--to', 'keras-script', '--out', file('keras'))).err).toContain('is not empty');
    expect((await written('mlp', '--to', 'keras-script', '--out', file('keras'), '--force')).code).toBe(0);
  });
});

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exporters } from '../../exporters';
import type { ExportOption } from '../../exporters/exportChoices';
import { errorText } from '../commandError';
import { exportChoices, exportFlags } from './exportFlags';
import { commandHere } from '../testCommandHere';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-flags-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file below, by its path. */
const filesIn = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1));

const exported = (name: string, ...args: string[]) =>
  commandHere(['export', ...args, '--out', join(folder, name)], { DEEPBRICK_CACHE: join(folder, 'cache') });

describe.each(exporters)('--to $id', (exporter) => {
  test.each(Object.keys(exportFlags))('takes --%s where it has the option, and else says what it has', (flag) => {
    const option = flag.replace('no-', '') as ExportOption;
    const said = () => {
      try {
        return exportChoices(exporter, { [flag]: flag === 'language' ? 'ko' : true })[option];
      } catch (error) {
        return errorText(error);
      }
    };
    const taken = flag === 'language' ? 'ko' : false;
    const refused = expect.stringContaining(`deepbrick: --to ${exporter.id} has no --${flag}; it has `) as string;
    expect(said()).toEqual(exporter.options.includes(option) ? taken : refused);
  });

  test('has everything where nothing is said', () => {
    expect(exportChoices(exporter, {})).toEqual({ weights: true, data: true, tests: true, language: 'en' });
  });
});

test.each([
  [['--language', 'fr'], '--language takes en or ko, not "fr".'],
  [['--weights', 'x.h5', '--no-weights'], '--weights and --no-weights exclude each other.'],
  [['--no-tests', '--check'], '--check runs the tests that --no-tests leaves out'],
])('%j is refused before anything is written', async (flags, text) => {
  const { code, err } = await exported('refused', 'mlp', '--to', 'keras', ...flags);
  expect([code, err]).toEqual([1, expect.stringContaining(text)]);
  expect(() => readdirSync(join(folder, 'refused'))).toThrow('ENOENT');
});

test('a project without data and tests, in Korean', async () => {
  const { code, out, err } = await exported(
    'few',
    'mlp',
    '--to',
    'keras',
    '--no-data',
    '--no-tests',
    '--language',
    'ko',
  );
  expect(code).toBe(0);
  expect(err).toContain('Nothing is trained yet');
  expect(out).not.toContain('test_model.py');
  const files = filesIn('few');
  expect(files).toContain('train.py');
  expect(files.filter((path) => /^data\/|test|expected/.test(path))).toEqual([]);
  expect(readFileSync(join(folder, 'few/README.md'), 'utf8')).toContain('데이터.');
});

test('--help says what each flag does, and for which targets', async () => {
  const { out } = await commandHere(['--help']);
  for (const flag of Object.keys(exportFlags)) expect(out).toContain(`[--${flag}`);
  expect(out).toMatch(/--no-data leaves the samples out \([\w, -]*keras[\w, -]*\)/);
});

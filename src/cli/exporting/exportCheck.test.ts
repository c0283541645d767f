import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorText } from '../commandError';
import { checkExport } from './exportCheck';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const node = (code: string) => ({ tool: process.execPath, args: ['-e', code] });
const said = (check: Parameters<typeof checkExport>[0]['check']): string => {
  try {
    checkExport({ id: 'target', check }, folder);
    return 'all is well';
  } catch (error) {
    return errorText(error);
  }
};

test.each([
  ['all pass', [node('process.exit(0)'), node('0')], 'all is well'],
  ['in the folder', [node(`if (process.cwd() !== ${JSON.stringify('FOLDER')}) process.exit(1)`)], 'all is well'],
  ['one fails', [node('0'), node('process.exit(3)')], 'failed in'],
  ['no such tool', [{ tool: 'deepbrick-no-such-tool', args: [] }], 'deepbrick-no-such-tool is not on this machine'],
  ['nothing to run', [], 'What --to target writes has no tests of its own'],
] as const)('%s', (_, check, text) => {
  const here = check.map(({ tool, args }) => ({ tool, args: args.map((word) => word.replace('FOLDER', folder)) }));
  expect(said(here)).toContain(text);
});

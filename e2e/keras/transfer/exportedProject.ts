import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExportedFiles } from '../../../src/exporters/exporter';
import { writeFiles } from '../../exported/writeFiles';
import { root } from '../../step';

const said = z.array(z.object({ name: z.string(), label: z.string(), values: z.array(z.number()) }));

/** Runs an exported TypeScript project in Node: its types, its own test, and what it says of photos, by their names. */
export function projectAnswers(files: ExportedFiles, photos: string, count: number): ReadonlyMap<string, number> {
  // Inside the checkout, so that the project finds its packages without an installation of its own.
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'test-results', 'transfer-'));
  const run = (args: readonly string[]) => {
    const env = { ...process.env, BACKEND: 'wasm' };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      env,
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`${args.join(' ')} in the exported project: ${stdout}${stderr}`);
    return stdout;
  };
  try {
    writeFiles(folder, files);
    run([join(root, 'node_modules/typescript/bin/tsc'), '--noEmit']);
    const test = run(['--import', 'tsx', '--test', 'test/model.test.ts']);
    console.log(`exported TypeScript, its own test: ${/Largest difference.*/.exec(test)?.[0] ?? 'without a sample'}`);
    const samples = ['--data', photos, '--samples', String(count), '--json'];
    const answers = said.parse(JSON.parse(run(['--import', 'tsx', 'src/predict.ts', ...samples])));
    return new Map(answers.map(({ name, values }) => [name.split('/').slice(-3).join('/'), values[0]!]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

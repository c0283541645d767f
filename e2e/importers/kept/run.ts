import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { opened, written } from './kept';

/*
 * Models with layers that no brick computes, saved by Keras, opened here, saved again and loaded by Keras:
 * `npx tsx e2e/importers/kept/run.ts [--fixture e2e/fixtures/kept.bin]` writes kept.md beside this file.
 */

const python = join(import.meta.dirname, '../../keras/.venv/bin/python');
const script = join(import.meta.dirname, 'models.py');
const folder = mkdtempSync(join(tmpdir(), 'kept-'));
const line = z.object({ file: z.string(), difference: z.number() });

execFileSync(python, [script, 'make', folder], { stdio: ['ignore', 'inherit', 'ignore'] });
mkdirSync(join(folder, 'written'));
const files = readdirSync(folder).filter((name) => /\.(keras|h5)$/.test(name));
const refused: string[] = [];
for (const name of files) {
  const model = await opened({ name, blob: new Blob([readFileSync(join(folder, name))]) });
  for (const format of ['keras', 'h5'] as const) {
    const blob = await written(model, format);
    const out = `${name}.${format}`;
    if (blob === null) refused.push(out);
    else writeFileSync(join(folder, 'written', out), new Uint8Array(await blob.arrayBuffer()));
  }
}
const said = execFileSync(python, [script, 'check', folder], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const rows = said
  .trim()
  .split('\n')
  .map((text) => line.parse(JSON.parse(text)));
const largest = Math.max(...rows.map(({ difference }) => difference));
const report = [
  '# Layers that no brick computes, through DeepBrick and back into Keras',
  '',
  `${files.length} files of Keras opened and saved again: ${rows.length} loaded by Keras with the same classes, largest difference of predictions ${largest}; ${refused.length} refused by name, because an \`.h5\` does not say where in a layer its weights are, and a \`.keras\` not in which order.`,
  '',
  '| from | to | difference |',
  '| --- | --- | --- |',
  ...rows.map(
    ({ file, difference }) => `| ${file.replace(/\.\w+$/, '')} | .${file.split('.').at(-1)} | ${difference} |`,
  ),
  ...refused.map((file) => `| ${file.replace(/\.\w+$/, '')} | .${file.split('.').at(-1)} | refused |`),
  '',
];
writeFileSync(join(import.meta.dirname, 'kept.md'), report.join('\n'));
console.log(report[2]);
const place = process.argv.indexOf('--fixture');
if (place > 0) {
  const all = files.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
  writeFileSync(process.argv[place + 1]!, gzipSync(JSON.stringify(Object.fromEntries(all)), { level: 9 }));
}
if (!(largest <= 1e-6)) process.exitCode = 1;

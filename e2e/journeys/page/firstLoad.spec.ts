import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { expect, test } from '../app';

const assets = join(import.meta.dirname, '../../../dist/assets');

/** The files that must have come before the page shows anything: the entry and all that it imports statically. */
function firstLoad(): Map<string, string> {
  const html = readFileSync(join(assets, '../index.html'), 'utf8');
  const waiting = Array.from(html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g), ([, name]) => name!);
  const files = new Map<string, string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (files.has(name)) continue;
    const code = readFileSync(join(assets, name), 'utf8');
    files.set(name, code);
    const { staticImports, staticExports } = parseSync(name, code).module;
    for (const { moduleRequest } of [...staticImports, ...staticExports.flatMap(({ entries }) => entries)])
      if (moduleRequest) waiting.push(basename(moduleRequest.value));
  }
  return files;
}

test('the first load is at most 280 kB of gzipped JavaScript, without TensorFlow.js', () => {
  const files = firstLoad();
  expect(files.size).toBeGreaterThan(0);
  const bytes = [...files.values()].reduce((sum, code) => sum + gzipSync(code).length, 0);
  console.log(`first load: ${files.size} files, ${(bytes / 1000).toFixed(1)} kB gzip`);
  expect(bytes).toBeLessThanOrEqual(280_000);
  for (const code of files.values()) expect(code).not.toContain('registerKernel');
});

test('the library of HDF5, the largest part of all, is built once: only the worker reads and writes such files', () => {
  const parts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(parts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('H5Fopen'))).toHaveLength(1);
});

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

test('the first load carries nothing of TensorFlow.js', () => {
  const files = firstLoad();
  expect(files.size).toBeGreaterThan(0);
  const bytes = [...files.values()].reduce((sum, code) => sum + gzipSync(code).length, 0);
  console.log(`first load: ${files.size} files, ${(bytes / 1000).toFixed(1)} kB gzip`);
  // A host that packs with gzip alone.
  expect(bytes).toBeLessThanOrEqual(275_000);
  for (const code of files.values()) expect(code).not.toContain('registerKernel');
});

test('until the canvas stands at most 250 kB have travelled', async ({ app, page }) => {
  await app.open();
  await expect(app.item('conv2d')).toBeVisible();
  const travelled = await page.evaluate(() => {
    const shown = performance.getEntriesByName('canvas')[0]!.startTime;
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return (entries as PerformanceResourceTiming[])
      .filter(({ responseEnd, initiatorType }) => responseEnd <= shown || initiatorType === 'navigation')
      .map(({ name, transferSize }) => ({ name: name.replace(/^.*\//, ''), bytes: transferSize }));
  });
  const bytes = travelled.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`on the wire: ${(bytes / 1000).toFixed(1)} kB; ${travelled.map((one) => `${one.name} ${one.bytes}`).join(', ')}`);
  expect(travelled.length).toBeGreaterThan(2);
  expect(bytes).toBeLessThanOrEqual(250_000);
});

test('the library of HDF5, the largest part of all, is built once: only the worker reads and writes such files', () => {
  const parts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(parts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('H5Fopen'))).toHaveLength(1);
});

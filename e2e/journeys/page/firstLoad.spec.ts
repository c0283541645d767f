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
  expect(bytes).toBeLessThanOrEqual(280_000);
  for (const code of files.values()) expect(code).not.toContain('registerKernel');
});

test('what the canvas waits for are at most 250 kB as they travel', async ({ app, page }) => {
  await app.open();
  await expect(app.item('conv2d')).toBeVisible();
  const html = readFileSync(join(assets, '../index.html'), 'utf8');
  const styles = Array.from(html.matchAll(/href="\.\/assets\/([^"]+\.css)"/g), ([, name]) => name!);
  const waited = ['', ...styles, ...firstLoad().keys()];
  const travelled = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => ({
      name: entry.name.replace(/^.*\//, ''),
      bytes: (entry as PerformanceResourceTiming).transferSize,
    })),
  );
  const first = travelled.filter(({ name }) => waited.includes(name));
  expect(first.map(({ name }) => name).toSorted()).toEqual(waited.toSorted());
  const bytes = first.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `on the wire: ${(bytes / 1000).toFixed(1)} kB; ${first.map((one) => `${one.name} ${one.bytes}`).join(', ')}`,
  );
  expect(bytes).toBeLessThanOrEqual(250_000);
});

test('the library of HDF5, the largest part of all, is built once: only the worker reads and writes such files', () => {
  const parts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(parts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('H5Fopen'))).toHaveLength(1);
});

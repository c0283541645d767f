import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { expect, test } from '../app';
import { trainForAnEpoch } from '../trainForAnEpoch';

const built = resolve(import.meta.dirname, '../../../dist');
const folder = '/class/2026/';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** A host that knows nothing of DeepBrick: files of a folder, no header but their type. */
let host: Server;
test.beforeAll(async () => {
  host = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const name = pathname === folder ? 'index.html' : pathname.slice(folder.length);
    const found = pathname.startsWith(folder) ? readFile(join(built, name)) : Promise.reject(new Error(pathname));
    found.then(
      (bytes) =>
        response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => host.listen(0, ready));
});
test.afterAll(() => host.close());

test('in a folder of a plain host a template opens with its weights, trains and leaves as a project', async ({
  app,
  page,
}) => {
  await app.open(`http://localhost:${(host.address() as AddressInfo).port}${folder}?template=digits-transfer`);
  await trainForAnEpoch(app);
  await expect(app.training.getByRole('alert')).toHaveCount(0);
  // Threads need headers that this host does not send.
  expect(await page.evaluate('crossOriginIsolated')).toBe(false);
  await app.command('Export…');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('radio', { name: 'TypeScript' }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Download / }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.zip$/);
});

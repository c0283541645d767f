import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { needsBuild } from './freshness';
import { type RunningServer, serve } from './server';

let folder: string;
const running: { close(): unknown }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-'));
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'assets/a.js', 'assets/a.css', 'assets/a.wasm', 'digits.png', 'labels.bin']) {
    writeFileSync(join(folder, name), name);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function started(port: number): Promise<RunningServer> {
  const server = await serve(folder, port);
  running.push(server);
  return server;
}

/** A port that something else holds. */
async function taken(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  running.push(server);
  return (server.address() as AddressInfo).port;
}

describe('server', () => {
  test.each([
    ['', 'text/html;charset=utf-8'],
    ['assets/a.js', 'text/javascript'],
    ['assets/a.css', 'text/css'],
    ['assets/a.wasm', 'application/wasm'],
    ['digits.png', 'image/png'],
    ['?template=vgg16', 'text/html;charset=utf-8'],
  ])('/%s is %s, isolated from other origins', async (path, type) => {
    const { address } = await started(0);
    const response = await fetch(address + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  });

  test('a missing file is 404, and nothing outside the folder is served', async () => {
    const { address } = await started(0);
    expect((await fetch(`${address}assets/missing.js`)).status).toBe(404);
    expect((await fetch(`${address}..%2f..%2fetc/passwd.txt`)).status).toBe(404);
  });

  test('a taken port gives the next free one', async () => {
    const port = await taken();
    const first = await started(port);
    expect(first.port).toBeGreaterThan(port);
    expect(first.port).toBeLessThanOrEqual(port + 20);
    const second = await started(first.port);
    expect(second.port).toBeGreaterThan(first.port);
    expect(await (await fetch(second.address)).text()).toBe('index.html');
  });

  test('a closed server frees its port at once', async () => {
    const first = await serve(folder, 0);
    await fetch(first.address);
    await first.close();
    expect((await started(first.port)).port).toBe(first.port);
  });
});

describe('needsBuild', () => {
  test('only when dist is missing or older than a source', () => {
    const root = mkdtempSync(join(tmpdir(), 'deepbrick-'));
    mkdirSync(join(root, 'src/deep'), { recursive: true });
    writeFileSync(join(root, 'src/deep/a.ts'), '');
    expect(needsBuild(root)).toBe(true);
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist/index.html'), '');
    const soon = new Date(Date.now() + 10_000);
    utimesSync(join(root, 'dist/index.html'), soon, soon);
    expect(needsBuild(root)).toBe(false);
    const later = new Date(Date.now() + 20_000);
    utimesSync(join(root, 'src/deep/a.ts'), later, later);
    expect(needsBuild(root)).toBe(true);
    rmSync(root, { recursive: true });
  });
});

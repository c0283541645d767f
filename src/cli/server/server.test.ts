import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { type RequestOptions, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { servers } from '../../pretrained/catalogue';
import { needsBuild } from './freshness';
import { testWeightsServer } from '../../pretrained/testWeightsServer';
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

/** A question with headers that `fetch` does not let anybody set. */
const asked = (port: number, options: RequestOptions) =>
  new Promise<{ readonly status: number | undefined; readonly allow: string | undefined }>((resolve, reject) => {
    const question = request({ host: 'localhost', port, path: '/', ...options }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve({ status: answer.statusCode, allow: answer.headers.allow }));
    });
    question.once('error', reject).end();
  });

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
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval'(?<!wasm-unsafe-eval')|http:|\*/);
    expect(policy.match(/https:[^ ;]*/g)).toEqual(Object.values(servers));
    expect(/script-src [^;]*blob:/.test(policy)).toBe(path.endsWith('.js'));
  });

  test.each<[host: (port: number) => string, status: number]>([
    [(port) => `localhost:${port}`, 200],
    [(port) => `LOCALHOST:${port}`, 200],
    [(port) => `127.0.0.1:${port}`, 200],
    [(port) => `[::1]:${port}`, 200],
    [() => 'localhost', 403],
    [(port) => `localhost:${port + 1}`, 403],
    [(port) => `evil.example:${port}`, 403],
    [(port) => `localhost.evil.example:${port}`, 403],
    [(port) => `evil.example@localhost:${port}`, 403],
  ])('a question for %s is answered with %i', async (host, status) => {
    const { port } = await started(0);
    expect((await asked(port, { headers: { Host: host(port) } })).status).toBe(status);
    const whole = `http://evil.example:${port}/`;
    expect((await asked(port, { path: whole, headers: { Host: host(port) } })).status).toBe(403);
    const path = '/weights-proxy/keras/other.h5';
    const weights = await asked(port, { path, headers: { Host: host(port) } });
    expect(weights.status).toBe(status === 200 ? 404 : 403);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('%s is not allowed', async (method) => {
    const { port } = await started(0);
    const { status, allow } = await asked(port, { method });
    expect([status, allow]).toEqual([405, 'GET, HEAD']);
    expect((await asked(port, { method: 'HEAD' })).status).toBe(200);
  });

  test('goes on where the page is built anew while it is served', async () => {
    const { address } = await started(0);
    writeFileSync(join(folder, 'assets/b.js'), 'b');
    expect(await (await fetch(`${address}assets/b.js`)).text()).toBe('b');
    rmSync(join(folder, 'assets/b.js'));
    expect((await fetch(`${address}assets/b.js`)).status).toBe(404);
    expect((await fetch(address)).status).toBe(200);
  });

  test.each([
    'index.html%00.js',
    'a+b.js',
    '%ED%95%9C.js',
    '%',
    'nowhere',
    'assets/',
    '..%2fpackage.json',
    '%2e%2e/a.js',
  ])('/%s is no file: 404 with the policy of pages, never the page with that of scripts', async (path) => {
    const { address } = await started(0);
    const response = await fetch(address + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src [^;]*blob:/);
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

describe('weights proxy', () => {
  const path = 'keras/vgg16/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5';
  const content = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);

  afterEach(() => vi.unstubAllEnvs());

  async function proxied(files: Readonly<Record<string, Uint8Array>>) {
    const source = await testWeightsServer(files);
    running.push(source);
    vi.stubEnv('DEEPBRICK_WEIGHTS_BASE', source.base);
    return { source, address: `${(await started(0)).address}weights-proxy/` };
  }

  test("passes on a file of the catalogue, parts of it too, and nobody's cookies", async () => {
    const { source, address } = await proxied({ [path]: content });
    const whole = await fetch(address + path, { headers: { Cookie: 'a=b', Referer: 'http://x/' } });
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(content);
    expect(whole.headers.get('content-length')).toBe('5000');
    expect(whole.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(source.asked[0]!.headers).not.toHaveProperty('cookie');
    expect(source.asked[0]!.headers).not.toHaveProperty('referer');
    const range = { Range: 'bytes=4000-', 'If-Range': whole.headers.get('etag')! };
    const rest = await fetch(address + path, { headers: range });
    expect(rest.status).toBe(206);
    expect(rest.headers.get('content-range')).toBe('bytes 4000-4999/5000');
    expect(new Uint8Array(await rest.arrayBuffer())).toEqual(content.subarray(4000));
  });

  test('is open to nothing else', async () => {
    const { source, address } = await proxied({ 'keras/other.h5': content, secret: content });
    const others = [
      'keras/other.h5',
      'secret',
      'http://localhost/secret',
      'keras/vgg16/..%2f..%2fsecret',
      'evil/a.h5',
      '',
    ];
    const statuses = await Promise.all(others.map(async (other) => (await fetch(address + other)).status));
    expect(statuses).toEqual(others.map(() => 404));
    expect((await fetch(address + path, { method: 'POST' })).status).toBe(405);
    expect(source.asked).toEqual([]);
  });

  test('passes on shards beside a model.json of the catalogue', async () => {
    const shard = 'tfjs/mobilenet_v1_0.25_224/group1-shard1of1';
    const { address } = await proxied({ [shard]: content });
    expect((await fetch(address + shard)).status).toBe(200);
    expect((await fetch(`${address}tfjs/elsewhere/group1-shard1of1`)).status).toBe(404);
  });

  test('says why when the server is out of reach, and breaks off where the source does', async () => {
    const { source, address } = await proxied({ [path]: content });
    source.breakAfter = 2000;
    await expect(fetch(address + path).then((response) => response.arrayBuffer())).rejects.toThrow(
      /terminated|socket|aborted/,
    );
    await source.close();
    const response = await fetch(address + path);
    expect(response.status).toBe(502);
    expect(await response.text()).toMatch(/^localhost:\d+: .*\w/);
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

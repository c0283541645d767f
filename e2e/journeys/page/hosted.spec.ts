import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { safeFileName } from '../../../src/formats/file';
import { type App, expect, test } from '../app';
import { trainForAnEpoch } from '../trainForAnEpoch';

const built = resolve(import.meta.dirname, '../../../dist');
const folder = '/a/b/';
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
/** What it was asked for, and which of two versions of the page it has: the later one's first script has another name. */
let [asked, version]: [string[], 'first' | 'later'] = [[], 'first'];
const keptText = 'DeepBrick now works without a network, too.';
const named = (name: string) => name.replace('assets/index-later', 'assets/index-');
const address = () => `http://localhost:${(host.address() as AddressInfo).port}${folder}`;

test.beforeEach(async () => {
  [asked, version] = [[], 'first'];
  host = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const name = pathname === folder ? 'index.html' : pathname.slice(folder.length);
    asked.push(name);
    const found = pathname.startsWith(folder)
      ? readFile(join(built, named(name)))
      : Promise.reject(new Error(pathname));
    found.then(
      (bytes) => {
        response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
        const later = version === 'later' && /^(index\.html|serviceWorker\.js)$/.test(name);
        response.end(later ? bytes.toString().replaceAll(/assets\/index-/g, 'assets/index-later') : bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => host.listen(0, 'localhost', ready));
});
test.afterEach(() => host.close());

/** Exports the open model as a TypeScript project. */
async function exportProject(app: App, page: Page): Promise<void> {
  await app.command('Export…');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('radio', { name: 'TypeScript' }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Download / }).click();
  const title = await page.getByLabel('Project title').inputValue();
  expect((await downloading).suggestedFilename()).toBe(`${safeFileName(title)}.zip`);
}

test('in a folder of a plain host without service workers a template opens with its weights, trains on one thread and leaves as a project', async ({
  app,
  page,
}) => {
  await app.open(`${address()}?template=digits-transfer`);
  await trainForAnEpoch(app);
  await expect(app.training.getByRole('alert')).toHaveCount(0);
  expect(await page.evaluate('crossOriginIsolated')).toBe(false);
  await expect(app.status).toContainText('1 thread');
  await exportProject(app, page);
});

test('an address of two slashes opens, too', async ({ app, page }) => {
  await app.open(`${process.env['DEEPBRICK_URL']}/?template=lenet5`);
  await expect(page.getByLabel('Project title')).toHaveValue('LeNet-5');
  // When the project is saved, a reload opens it.
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a plain host gives threads, and the template of the link stays open', async ({ app, page }) => {
    await app.open(`${address()}?template=lenet5`);
    // The page is loaded once more for it.
    await expect(async () => expect(await page.evaluate('crossOriginIsolated')).toBe(true)).toPass();
    await expect(page.getByLabel('Project title')).toHaveValue('LeNet-5');
    await trainForAnEpoch(app);
    await expect(app.training.getByRole('alert')).toHaveCount(0);
    await expect(app.status).toContainText(/WebAssembly.*\d threads?/);
    // How many there are is the machine's: the module takes half of its cores.
    expect(await Promise.all(page.workers().map((worker) => worker.evaluate('crossOriginIsolated')))).toContain(true);
    expect(asked.filter((name) => /threaded-simd.*\.wasm$/.test(name))).not.toEqual([]);
  });

  test('after the first visit all works without a network: train, save, open an .h5, export', async ({
    app,
    page,
    context,
    complaints,
  }) => {
    await app.open(address());
    await expect(page.getByText(keptText)).toBeVisible({ timeout: 60_000 });
    // Each file came once; what the page itself had fetched came from the browser's own store or once more.
    host.closeAllConnections();
    await new Promise((closed) => host.close(closed));
    await context.setOffline(true);
    await page.reload();
    await expect(app.item('conv2d')).toBeVisible();
    await expect.poll(() => page.evaluate('crossOriginIsolated')).toBe(true);
    await trainForAnEpoch(app);
    await expect(app.training.getByRole('alert')).toHaveCount(0);
    await app.command('Save trained model…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /\(\.h5\)/ }).check();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const saved = await (await saving).path();
    await expect(dialog).toBeHidden();
    await app.command('New project');
    await app.command('Open trained model…');
    const choosing = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await (await choosing).setFiles({ name: 'kept.h5', mimeType: '', buffer: await readFile(saved) });
    await expect(dialog).toContainText('with its trained weights');
    await page.keyboard.press('Escape');
    await expect(app.item('conv2d')).toBeVisible();
    await exportProject(app, page);
    // The browser notes that its worker could not look for a newer one.
    const others = complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/.test(text));
    complaints.length = 0;
    expect(others).toEqual([]);
  });

  /** Asks for a newer worker, as the browser does by itself now and then. */
  const lookForNewer = (page: Page) =>
    page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
  const startedAt = (page: Page) => page.evaluate(() => performance.timeOrigin);

  test('a newer page is offered, not forced, and only what is new is fetched for it', async ({ app, page }) => {
    await app.open(address());
    await expect(page.getByText(keptText)).toBeVisible({ timeout: 60_000 });
    const old = await startedAt(page);
    asked = [];
    version = 'later';
    await lookForNewer(page);
    await expect(page.getByText('A newer DeepBrick is there.')).toBeVisible({ timeout: 60_000 });
    expect(await startedAt(page)).toBe(old);
    // Of the hashed files only the one whose name is new.
    expect(asked.filter((name) => name.startsWith('assets/'))).toEqual([expect.stringMatching(/^assets\/index-later/)]);
    // It comes at once or a moment later: until then there is no page to be asked.
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Load it' }).click();
    await loaded;
    expect(await startedAt(page)).toBeGreaterThan(old);
    await expect(app.item('conv2d')).toBeVisible();
    expect(await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src)).toMatch(
      /index-later/,
    );
  });

  test('a page that came newer from the network takes its own worker without a word', async ({ app, page }) => {
    await app.open(address());
    await expect(page.getByText(keptText)).toBeVisible({ timeout: 60_000 });
    version = 'later';
    await page.reload();
    await expect(app.item('conv2d')).toBeVisible();
    await lookForNewer(page);
    const states = () =>
      page.evaluate(async () => {
        const { waiting, installing } = (await navigator.serviceWorker.getRegistration())!;
        return [waiting, installing];
      });
    await expect.poll(states, { timeout: 60_000 }).toEqual([null, null]);
    await expect(page.getByText('A newer DeepBrick is there.')).toBeHidden();
  });
});

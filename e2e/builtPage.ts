import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, chromium } from 'playwright';
import { type Plugin, build } from 'vite';
import { protectionHeaders } from '../src/cli/server/protection';
import { serve } from '../src/cli/server/server';
import { browserPath, webgpuFlags } from './browser';

/**
 * Builds the page in `root` as for production, serves it with our own server, and opens it in a browser of its own.
 * A page is ready when it has set `ready` on `globalThis`.
 */
export async function withBuiltPage<T>(
  root: string,
  ready: string,
  work: (open: () => Promise<Page>) => Promise<T>,
  plugins: readonly Plugin[] = [],
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-page-'));
  await build({
    root,
    configFile: false,
    plugins: [...plugins],
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023' },
    logLevel: 'error',
  });
  // These pages compute by themselves: they may what only workers may in the real one.
  const server = await serve(folder, 0, () => protectionHeaders('.js'));
  const browser = await chromium.launch({ executablePath: browserPath(), args: webgpuFlags });
  try {
    return await work(async () => {
      const page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(message.text());
      });
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(server.address);
      await page.waitForFunction((name) => name in globalThis, ready);
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, chromium } from 'playwright';
import { build } from 'vite';
import { serve } from '../../src/cli/server';
import { browserPath, webgpuFlags } from '../browser';
import type { Bench } from './page/page';

export type BenchPage = Page;

/** Builds the bench page as for production, serves it with our own server, and opens it in a browser of its own. */
export async function withBench<T>(work: (open: () => Promise<BenchPage>) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-bench-'));
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  await build({
    root: path('./page'),
    configFile: false,
    publicDir: path('../../public'),
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023' },
    logLevel: 'error',
  });
  const server = await serve(folder, 0);
  const browser = await chromium.launch({ executablePath: browserPath(), args: webgpuFlags });
  try {
    return await work(async () => {
      const page = await browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(message.text());
      });
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(server.address);
      await page.waitForFunction(() => 'bench' in globalThis);
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** The bench's functions inside the page; for use in `page.evaluate`. */
export type WithBench = { readonly bench: Bench };

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, build } from 'vite';
import { contentPolicy } from '../contentPolicy.ts';
import type { KeptFile } from '../messages.ts';
import { compress } from './compress.ts';
import { filesOf } from './filesOf.ts';

/** Answers where a service worker of a built page asks for its successor: it goes. */
const gone = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
`;

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** Builds the service worker into a folder, with the list of all files there. */
async function buildServiceWorker(root: string, folder: string): Promise<void> {
  const files = filesOf(folder).map((name): KeptFile => [name, hashOf(readFileSync(join(folder, name)))]);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { KEPT_FILES: JSON.stringify(files), PAGE_VERSION: JSON.stringify(hashOf(JSON.stringify(files))) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, '../worker/serviceWorker.ts'),
        formats: ['iife'],
        name: 'serviceWorker',
        fileName: () => 'serviceWorker.js',
      },
    },
  });
}

/**
 * What a built page needs on a host that knows nothing of it: its content policy, the service worker that keeps its files,
 * and each file compressed. In development nothing of that, and no worker of an earlier page at the same address either.
 */
export function hosted(): Plugin[] {
  let [root, folder, written] = ['', '', false];
  return [
    {
      name: 'deepbrick:hosted',
      apply: 'build',
      configResolved(config) {
        root = config.root;
        folder = resolve(config.root, config.build.outDir);
      },
      transformIndexHtml: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentPolicy() },
          injectTo: 'head-prepend',
        },
      ],
      writeBundle() {
        written = true;
      },
      // Also after a build that failed, whose own error is the one to be told.
      async closeBundle() {
        if (!written) return;
        await buildServiceWorker(root, folder);
        await compress(folder);
      },
    },
    {
      name: 'deepbrick:no-old-worker',
      apply: 'serve',
      configureServer({ middlewares }) {
        middlewares.use('/serviceWorker.js', (_, response) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Cache-Control', 'no-store');
          response.end(gone);
        });
      },
    },
  ];
}

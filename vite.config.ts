/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { type Plugin, type UserConfig, defineConfig } from 'vite';

/** Cross-origin isolation: wasm threads need SharedArrayBuffer, which browsers give only behind these two headers. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/**
 * tfjs starts its wasm threads from this module's function turned into text, which must not refer to anything outside:
 * `_scriptDir`, absent in a worker, would be renamed by the minifier, and the threads would die at once.
 */
const selfContainedWasmThreads: Plugin = {
  name: 'self-contained-wasm-threads',
  transform: {
    filter: { id: /tfjs-backend-wasm-threaded-simd\.js/ },
    handler(code) {
      const text = code
        .replace('typeof _scriptDir !== "undefined" && _scriptDir', 'false')
        .replace('||_scriptDir,', ',');
      if (text.length === code.length) this.error('tfjs-backend-wasm has changed: look at selfContainedWasmThreads.');
      return { code: text, map: null };
    },
  },
};

/** The test tools are loaded for tests only: building and serving needs no development dependency. */
export default defineConfig(async ({ mode }): Promise<UserConfig> => ({
  plugins: [react()],
  worker: { format: 'es', plugins: () => [selfContainedWasmThreads] },
  server: { headers: isolation },
  preview: { headers: isolation },
  // The page's first load is held by a budget in gzip; see `npm run bench`.
  build: { target: 'es2023', chunkSizeWarningLimit: 1_000 },
  ...(mode === 'test' ? { test: { projects: (await import('./e2e/vitestProjects.ts')).vitestProjects } } : {}),
}));

/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { type UserConfig, defineConfig } from 'vite';

/** Cross-origin isolation: wasm threads need SharedArrayBuffer, which browsers give only behind these two headers. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** The test tools are loaded for tests only: building and serving needs no development dependency. */
export default defineConfig(async ({ mode }): Promise<UserConfig> => ({
  plugins: [react()],
  worker: { format: 'es' },
  server: { headers: isolation },
  preview: { headers: isolation },
  // The page's first load is held by a budget in gzip; see `npm run bench`.
  build: { target: 'es2023', chunkSizeWarningLimit: 1_000 },
  ...(mode === 'test' ? { test: { projects: await (await import('./e2e/vitestProjects.ts')).vitestProjects() } } : {}),
}));

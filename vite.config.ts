import { fileURLToPath } from 'node:url';
import reactPlugin from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { briefBricks } from './src/offline/build/briefBricks.ts';
import { hosted } from './src/offline/build/hosted.ts';

/** Cross-origin isolation: wasm threads need SharedArrayBuffer, which browsers give only behind these two headers. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Modules that a file needs before it runs: those it imports, and what these import, without `import()`. */
function statically(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const id of reached) for (const imported of importsOf(id)) reached.add(imported);
  return reached;
}

const react = { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 1 };

let first: ReadonlySet<string> | null = null;
/**
 * All that the first load needs are two files, React and the rest, which a browser compiles side by side: sixty small
 * ones compress worse and come later.
 */
function chunkOf(id: string, graph: { getModuleInfo(id: string): { importedIds: readonly string[] } | null }) {
  const entry = fileURLToPath(new URL('src/main.tsx', import.meta.url));
  first ??= statically(entry, (each) => graph.getModuleInfo(each)?.importedIds ?? []);
  return first.has(id) ? 'page' : null;
}

export default defineConfig({
  // Any folder of any server will do.
  base: './',
  plugins: [briefBricks(), reactPlugin(), hosted()],
  worker: { format: 'es' },
  server: { headers: isolation },
  preview: { headers: isolation },
  // The page's first load is held by a budget in gzip; see `npm run bench`.
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output: { codeSplitting: { groups: [react, { name: chunkOf }] } } },
  },
});

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from '../src/cli/server/server';

/** Builds the page once and serves it on a free port; the journeys find it in `DEEPBRICK_URL`. */
export default async function serveBuilt(): Promise<() => Promise<void>> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await build({ root, logLevel: 'warn' });
  const server = await serve(join(root, 'dist'), 0);
  process.env['DEEPBRICK_URL'] = server.address;
  return server.close;
}

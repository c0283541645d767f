import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** Builds the page once and serves it on a free port; the journeys find it in `DEEPBRICK_URL`. */
export default async function serve(): Promise<() => Promise<void>> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The built page is served nowhere.');
  process.env['DEEPBRICK_URL'] = url;
  return () => server.close();
}

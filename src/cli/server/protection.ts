import type { IncomingMessage } from 'node:http';
import { contentPolicy } from '../../offline/contentPolicy';

/** Nobody may hold the page in a frame; only a header can say so. */
const policy = (scripts?: string) => `${contentPolicy(scripts)}; frame-ancestors 'none'`;
const forPages = policy();
/** A worker has the policy of its own file; the threads of tfjs's wasm start from a `blob:`, which only workers may. */
const forScripts = policy("'self' blob: 'wasm-unsafe-eval'");

/**
 * Headers of every answer: cross-origin isolation (wasm threads need SharedArrayBuffer, which browsers give only behind
 * the first two), the content policy of pages or of workers' scripts, no guessing of types, no frames around the page.
 */
export const protectionHeaders = (path: string): Readonly<Record<string, string>> => ({
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': path.endsWith('.js') ? forScripts : forPages,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
});

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Why a question gets no answer: `status` 403 where it is meant for another host than this machine at this port (a page
 * that had its own name point here would read what the server gives), 405 where it wants anything but to read. Null for
 * all others.
 */
export function refusal({ method, headers, url }: Pick<IncomingMessage, 'method' | 'headers' | 'url'>, port: number) {
  const hosts = ownNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  // A whole address in the place of a path is asked of a proxy, which this is not.
  const forHere = hosts.includes(headers.host?.toLowerCase() ?? '') && url?.startsWith('/') === true;
  if (!forHere) return { status: 403, text: `This server answers only at ${hosts.join(', ')}.`, headers: {} };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, text: 'Only GET and HEAD.', headers: { Allow: 'GET, HEAD' } };
  return null;
}

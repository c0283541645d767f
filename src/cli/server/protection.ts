import type { IncomingMessage } from 'node:http';
import { servers } from '../../pretrained/catalogue';

/**
 * What the page may load and who may hold it. Only its own files, and what it makes itself: pictures and files as `blob:`
 * and `data:`, WebAssembly without `eval`, and the catalogue's weights, for where this server does not reach them. Styles may stand in elements, which Radix and React Flow use; nothing else may.
 */
const policy = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob: data: ${Object.values(servers).join(' ')}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const forPages = policy("'self' 'wasm-unsafe-eval'");
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
export function refusal({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, port: number) {
  const hosts = ownNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (!hosts.includes(headers.host?.toLowerCase() ?? ''))
    return { status: 403, text: `This server answers only at ${hosts.join(', ')}.`, headers: {} };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, text: 'Only GET and HEAD.', headers: { Allow: 'GET, HEAD' } };
  return null;
}

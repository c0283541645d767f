import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { library } from '../../../templates/index';
import { isPublished } from '../../pretrained/catalogue';
import { type Route, directRoute, proxyPrefix } from '../../pretrained/download';

/** Straight to the servers, or to a copy of them that `DEEPBRICK_WEIGHTS_BASE` names. */
export const weightsRoute = (): Route => directRoute(process.env['DEEPBRICK_WEIGHTS_BASE']);

/** What of a question and of an answer is passed on; neither cookies nor anything else that says who asks. */
const asked = ['range', 'if-range'] as const;
const answered = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag', 'last-modified'] as const;

/**
 * Answers `/weights-proxy/<server>/<path>` with a file of the catalogue, streamed; false for any other address.
 * Nothing but the catalogue's files can be asked for: what is no entry is 404, and a server out of reach 502 with the
 * reason as text.
 */
export function answerWeights(request: IncomingMessage, response: ServerResponse, headers: object): boolean {
  const path = request.url?.split('?')[0] ?? '';
  if (!path.startsWith(proxyPrefix)) return false;
  const [server = '', ...rest] = path.slice(proxyPrefix.length).split('/');
  const say = (status: number, text: string) =>
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  if (!isPublished(library, server, rest.join('/'))) say(404, 'Not a weights file of the catalogue');
  else void forward(weightsRoute()(server, rest.join('/')), request, response, headers, say);
  return true;
}

async function forward(
  address: string,
  { method = 'GET', headers: question }: IncomingMessage,
  response: ServerResponse,
  headers: object,
  say: (status: number, text: string) => void,
): Promise<void> {
  const ended = new AbortController();
  response.once('close', () => ended.abort());
  const passed = asked.flatMap((name) => (typeof question[name] === 'string' ? [[name, question[name]]] : []));
  try {
    const source = await fetch(address, {
      method,
      signal: ended.signal,
      headers: { 'accept-encoding': 'identity', ...(Object.fromEntries(passed) as Record<string, string>) },
    });
    if (!source.ok && source.status !== 416) {
      await source.body?.cancel();
      say(source.status === 404 ? 404 : 502, `${new URL(address).host}: ${source.status} ${source.statusText}`);
      return;
    }
    const kept = answered.flatMap((name) => (source.headers.has(name) ? [[name, source.headers.get(name)!]] : []));
    response.writeHead(source.status, { ...headers, 'Cache-Control': 'no-store', ...Object.fromEntries(kept) });
    if (source.body === null) response.end();
    else await pipeline(Readable.fromWeb(source.body as ReadableStream), response);
  } catch (error) {
    const { message, cause } = error as Error;
    // Once bytes have gone out a broken connection is the only way to say that the rest is missing.
    if (response.headersSent) response.destroy();
    else say(502, `${new URL(address).host}: ${cause instanceof Error ? cause.message : message}`);
  }
}

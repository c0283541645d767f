import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of weight files that breaks off, tampers or forgets as a test wants it. */
export interface TestWeightsServer {
  readonly base: string;
  /** Questions that came, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** Break the connection after so many bytes of a body; 0 never. Holds for one answer. */
  breakAfter: number;
  /** What a connection waits for before it breaks: that its bytes have been taken. What is on its way is lost with it. */
  beforeBreak: () => Promise<unknown>;
  close(): Promise<void>;
}

/** Serves `files` by path with ranges and strong marks, as a bucket does. */
export async function testWeightsServer(files: Readonly<Record<string, Uint8Array>>): Promise<TestWeightsServer> {
  const asked: TestWeightsServer['asked'] = [];
  const state = { breakAfter: 0, beforeBreak: (): Promise<unknown> => new Promise((taken) => setTimeout(taken, 50)) };
  const server = createServer((request, response) => {
    const path = request.url!.slice(1);
    asked.push({ path, headers: request.headers });
    const file = files[path];
    if (file === undefined) return void response.writeHead(404).end();
    const etag = `"${createHash('md5').update(file).digest('hex')}"`;
    const { range, 'if-range': version = etag } = request.headers;
    const from = range === undefined || version !== etag ? 0 : Number(/bytes=(\d+)-/.exec(range)![1]);
    if (from > 0 && from >= file.length) {
      return void response.writeHead(416, { 'Content-Range': `bytes */${file.length}` }).end();
    }
    const part = file.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      ETag: etag,
      'Content-Length': part.length,
      ...(from > 0 ? { 'Content-Range': `bytes ${from}-${file.length - 1}/${file.length}` } : {}),
    });
    const stop = state.breakAfter;
    state.breakAfter = 0;
    if (stop > 0)
      response.write(part.subarray(0, stop), () => void state.beforeBreak().finally(() => response.destroy()));
    else response.end(part);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    get breakAfter() {
      return state.breakAfter;
    },
    set breakAfter(bytes) {
      state.breakAfter = bytes;
    },
    get beforeBreak() {
      return state.beforeBreak;
    },
    set beforeBreak(taken) {
      state.beforeBreak = taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

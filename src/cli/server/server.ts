import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { protectionHeaders, refusal } from './protection';
import { answerWeights } from './weightsProxy';

/** How many ports after the wanted one are tried when it is taken. */
const tries = 20;

export interface RunningServer {
  readonly port: number;
  readonly address: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Serves a built page on localhost, to questions that are for localhost, and through it the catalogue's weight files; a
 * taken port gives the next one, 0 gives any free one. `headersOf` gives the headers of a path's answer.
 * Rejects with the system's error when no port can be had.
 */
export async function serve(
  folder: string,
  wantedPort: number,
  headersOf: typeof protectionHeaders = protectionHeaders,
): Promise<RunningServer> {
  const files = sirv(folder, {
    // Looked up at every request: the page may be built anew meanwhile, and a file that is gone would end the server.
    dev: true,
    etag: true,
    // Compressed when the page was built.
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
      // Built files carry their hash in the name; everything else may change with the next build.
      const hashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    const headers = headersOf('');
    const refused = refusal(request, (server.address() as AddressInfo).port);
    if (refused !== null) {
      const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
      response.writeHead(refused.status, { ...headers, ...plain, ...refused.headers }).end(`${refused.text}\n`);
      return;
    }
    if (answerWeights(request, response, headers)) return;
    files(request, response, () => {
      response.writeHead(404, headers).end('Not found\n');
    });
  });
  const port = await listen(server, wantedPort);
  return {
    port,
    address: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, 'localhost', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!taken || wanted === 0 || port >= wanted + tries || port >= 65_535) throw error;
    }
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { proxyPrefix } from '../../../src/pretrained/download';

/** Weights come to this page slowly, 200 kB a second, from a server that never ends: a download to look at. */
export async function slowDownloads(page: Page): Promise<() => Promise<void>> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': 58_889_256, 'access-control-allow-origin': '*' });
    const timer = setInterval(() => response.write(Buffer.alloc(40_000)), 200);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pattern = `**${proxyPrefix}**`;
  await page.route(pattern, (route) => route.continue({ url: `http://127.0.0.1:${port}/` }));
  return async () => {
    await page.unroute(pattern);
    server.closeAllConnections();
    server.close();
  };
}

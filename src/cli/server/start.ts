import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { build } from 'vite';
import { CommandError, reportError } from '../commandError';
import { needsBuild } from './freshness';
import { serve } from './server';

const root = resolve(import.meta.dirname, '../../..');
const usualPort = 5180;

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return usualPort;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new CommandError(`--port takes a number from 0 to 65535, not "${text}".`);
  return port;
}

/** Builds the page when it is out of date, serves it on localhost and opens it in the browser. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  const port = portOf(values.port ?? process.env['PORT']);
  if (needsBuild(root)) {
    console.log('Building the page …');
    await build({ root, logLevel: 'error' });
  }
  const server = await serve(join(root, 'dist'), port);
  if (port !== 0 && server.port !== port) console.log(`Port ${port} is taken; using ${server.port}.`);
  console.log(`DeepBrick is at ${server.address} (Ctrl+C ends it)`);
  const end = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (values['no-open'] || process.env['CI']) return;
  const browser = await open(server.address);
  // Without a browser to start (a server, a container) the printed address is enough.
  browser.on('error', () => console.log('No browser could be opened: open the address by hand.'));
}

start().catch(reportError);

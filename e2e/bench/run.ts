/**
 * `npm run bench` (or `npm run bench -- --backend cpu` for one backend): speed of the digits template on every backend, with our engine and with a plain `model.fit`; times
 * of training steps of several nets on wasm, and of editing without and with the page; sizes of what the browser loads; memory before and after ten rounds. All in one run, in a real browser.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { BackendName } from '../../src/engine/protocol/backendInfo';
import { withPage, withoutGpu } from '../measure/openPage';
import { coreTimes } from './coreTimes';
import { withBench } from './openBench';
import { pageTimes } from './pageTimes';
import type { Times } from './times';
import { trainingTable } from './trainingTable';

const { values } = parseArgs({ options: { backend: { type: 'string' } } });
const all: readonly BackendName[] = ['webgpu', 'wasm', 'webgl', 'cpu'];
const backends = all.filter((name) => values.backend === undefined || name === values.backend);
/** Seconds of warm-up, and of measuring. */
const seconds: Readonly<Record<BackendName, number>> = { webgpu: 12, wasm: 6, webgl: 8, cpu: 6 };

async function speeds(): Promise<void> {
  await withBench(async (open) => {
    console.log('\nDigits template, training, images per second');
    for (const backend of backends) {
      const given = { backend, time: seconds[backend] };
      const page = await open();
      const bare = await page.evaluate(({ backend, time }) => globalThis.bench.bareSpeed(backend, time), given);
      await page.close();
      const own = await open();
      const { imagesPerSecond, info } = await own.evaluate(
        ({ backend, time }) => globalThis.bench.engineSpeed(backend, time),
        given,
      );
      const ratio = (imagesPerSecond / bare).toFixed(2);
      const where = [info.adapter, info.threads > 1 ? `${info.threads} threads` : ''].filter((part) => part !== '');
      console.log(
        `  ${backend}: engine ${Math.round(imagesPerSecond)}, bare model.fit ${Math.round(bare)}, ratio ${ratio} ${where.join(', ')}`,
      );
      const { first, last } = await own.evaluate((backend) => globalThis.bench.memoryRounds(backend), backend);
      console.log(
        `    tf.memory() after round 1: ${first.tensors} tensors, ${first.bytes} bytes; after round 10: ${last.tensors}, ${last.bytes}`,
      );
      await own.close();
    }
  });
}

/** Gzip sizes of the production build: what the page loads first, and the engine. */
async function sizes(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await build({ root, logLevel: 'error' });
  const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
  const files = readdirSync(join(root, 'dist/assets')).filter((name) => name.endsWith('.js'));
  const size = (name: string) => gzipSync(readFileSync(join(root, 'dist/assets', name))).length / 1000;
  const first = files.filter((name) => page.includes(name));
  console.log('\nSizes, kB gzip');
  console.log(
    `  page, first load: ${first.reduce((sum, name) => sum + size(name), 0).toFixed(1)} (${first.join(', ')})`,
  );
  for (const name of files.filter((file) => !first.includes(file))) console.log(`  ${name}: ${size(name).toFixed(1)}`);
}

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
function show(bricks: number, times: Readonly<Record<string, Times>>): void {
  console.log(`  ${bricks} bricks`);
  for (const [what, { least, median }] of Object.entries(times))
    console.log(`    ${what}: ${least.toFixed(2)} ms, median ${median.toFixed(2)} ms`);
}

console.log('\nEditing, up to the nodes of the canvas: least time and median');
for (const bricks of [100, 1000]) show(bricks, coreTimes(bricks));
if (values.backend === undefined) {
  console.log('\nEditing in the page, main thread: least time and median');
  await withPage(async ({ open }) => {
    for (const bricks of [100, 1000]) show(bricks, await pageTimes(open, bricks));
  }, withoutGpu);
  await sizes();
}
await speeds();
if (backends.includes('wasm'))
  await trainingTable({
    backend: 'wasm',
    wanted: [],
    beside: null,
    plain: true,
    rounds: 1,
    seconds: 3,
    profile: false,
  });

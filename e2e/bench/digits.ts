/**
 * `npx tsx e2e/bench/digits.ts --backend wasm --epochs 5`: trains the digits template through the engine, without the
 * page around it, and prints epochs, validation accuracy and time. Backends: auto, webgpu, wasm, webgl, cpu.
 */
import { parseArgs } from 'node:util';
import type { BackendName } from '../../src/engine/protocol/backendInfo';
import { withBench } from './openBench';

const { values } = parseArgs({
  options: { backend: { type: 'string', default: 'auto' }, epochs: { type: 'string', default: '5' } },
});

await withBench(async (open) => {
  const page = await open();
  page.on('console', (message) => console.log(message.text()));
  const start = performance.now();
  const settings = { backend: values.backend as BackendName | 'auto', epochs: Number(values.epochs) };
  const run = await page.evaluate(({ backend, epochs }) => globalThis.bench.trainDigits(backend, { epochs }), settings);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const accuracies = run.epochs.map(({ validationAccuracy }) => ((validationAccuracy ?? 0) * 100).toFixed(2));
  console.log(
    `${run.backend}: validation accuracy ${accuracies.join(' → ')} %, ${seconds} s, seed ${run.training.seed}`,
  );
});

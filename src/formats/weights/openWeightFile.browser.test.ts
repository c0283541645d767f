import { expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { saveModel } from '../saved/saveModel';
import type { SavedFormat } from '../saved/savedFormat';
import { openWeightFile } from './openWeightFile';
import type { Told } from './testReading';
import { wholeTensor } from './wholeTensor';

// The kernel has 20 MB: it is read in several pieces.
const plan = compile(
  chain('Large', [
    ['inputVector', 'numbers', { shape: [1000] }],
    ['dense', 'answer', { units: 5000 }],
  ]),
  library,
);
const kernel = Float32Array.from({ length: 5_000_000 }, (_, index) => Math.sin(index));
const bias = Float32Array.from({ length: 5000 }, (_, index) => index);
const weights = {
  'answer/kernel': { shape: [1000, 5000], values: kernel },
  'answer/bias': { shape: [5000], values: bias },
};

/** Opens the Blob in a worker, where h5wasm reads it where it lies. */
function readInWorker(blob: Blob): Promise<Told> {
  const worker = new Worker(new URL('./testReading.ts', import.meta.url), { type: 'module' });
  return new Promise<Told>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(blob, []);
  }).finally(() => worker.terminate());
}

const same = (a: Float32Array | undefined, b: Float32Array) => a?.every((value, index) => value === b[index]) ?? false;

test.each<SavedFormat>(['h5', 'weights', 'keras', 'tfjs'])(
  '%s is written, and read in a worker and on the page',
  async (format) => {
    const blob = await saveModel({ plan, weights, document: null }, format);
    expect(blob.size).toBeGreaterThan(20_000_000);
    const told = await readInWorker(blob);
    expect(told.trouble).toBeNull();
    expect(told.names).toEqual(['answer']);
    expect([same(told.values[0], kernel), same(told.values[1], bias)]).toEqual([true, true]);
    const file = await openWeightFile([{ name: 'model', blob }]);
    expect(same(await wholeTensor(file.layers[0]!.tensors[0]!), kernel)).toBe(true);
    file.close();
  },
);

test('a cut file is refused in a worker too', async () => {
  const blob = await saveModel({ plan, weights, document: null }, 'h5');
  expect(await readInWorker(blob.slice(0, 10_000_000))).toMatchObject({ trouble: 'truncated', values: [] });
});

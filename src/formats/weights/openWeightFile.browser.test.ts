import { expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { saveModel } from '../saved/saveModel';
import type { SavedFormat } from '../saved/savedFormat';
import { openWeightFile } from './openWeightFile';
import { openInWorker } from './reading/openInWorker';
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

const same = (a: Float32Array | undefined, b: Float32Array) => a?.every((value, index) => value === b[index]) ?? false;

test.each<SavedFormat>(['h5', 'weights', 'keras', 'tfjs'])(
  '%s is written, and read in a worker and on the page',
  async (format) => {
    const blob = await saveModel({ plan, weights, document: null }, format);
    expect(blob.size).toBeGreaterThan(20_000_000);
    const { weights: apart } = await openInWorker([{ name: 'model', blob }]);
    expect(apart.layers.map(({ name }) => name)).toEqual(['answer']);
    const [first, second] = apart.layers[0]!.tensors;
    expect(same(await wholeTensor(first!), kernel)).toBe(true);
    expect(same(await wholeTensor(second!), bias)).toBe(true);
    apart.close();
    const file = await openWeightFile([{ name: 'model', blob }]);
    expect(same(await wholeTensor(file.layers[0]!.tensors[0]!), kernel)).toBe(true);
    file.close();
  },
);

test('a cut file is refused in a worker too', async () => {
  const blob = await saveModel({ plan, weights, document: null }, 'h5');
  const cut = openInWorker([{ name: 'model', blob: blob.slice(0, 10_000_000) }]);
  await expect(cut).rejects.toMatchObject({ trouble: { code: 'truncated', name: 'model' } });
});

test('reading is ended on cancel', async () => {
  const blob = await saveModel({ plan, weights, document: null }, 'h5');
  const cancel = new AbortController();
  const opening = openInWorker([{ name: 'model', blob }], cancel.signal);
  cancel.abort();
  await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
});

import { expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Share } from '../protocol/share';
import { savedModel } from './savedModel';

const document = chain('small', [
  ['inputVector', 'input', { shape: [3] }],
  ['dense', 'first', { units: 5 }],
  ['dense', 'second', { units: 2, useBias: false }],
]);
const tensor = (...shape: number[]) => ({
  shape,
  values: new Float32Array(shape.reduce((size, axis) => size * axis, 1)),
});
const model = {
  document,
  plan: compile(document, library),
  weights: { 'first/kernel': tensor(3, 5), 'first/bias': tensor(5), 'second/kernel': tensor(5, 2) },
};

test('while a model is written its progress goes up to all bytes of its weights', async () => {
  const shares: Share[] = [];
  const { signal } = new AbortController();
  const file = await savedModel(model, 'keras', { progress: (share) => shares.push(share), cancelled: signal });
  expect(file.size).toBeGreaterThan(0);
  const total = 4 * (15 + 5 + 10);
  expect(shares.map((share) => share.total)).toEqual(shares.map(() => total));
  expect(shares.at(-1)!.done).toBe(total);
  expect(shares.map(({ done }) => done)).toEqual(shares.map(({ done }) => done).toSorted((a, b) => a - b));
});

test('it can be cancelled between two tensors', async () => {
  const controller = new AbortController();
  let steps = 0;
  const progress = () => {
    steps++;
    controller.abort();
  };
  await expect(savedModel(model, 'h5', { progress, cancelled: controller.signal })).rejects.toMatchObject({
    error: { code: 'cancelled' },
  });
  expect(steps).toBe(1);
});

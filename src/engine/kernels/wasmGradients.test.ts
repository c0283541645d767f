import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerWasmGradients } from './wasmGradients';

type Gradients = (inputs: readonly tf.Tensor[]) => readonly tf.Tensor[];

/** Numbers without ties that depend only on the shape. */
const numbers = (shape: readonly number[], seed: number) => tf.randomNormal([...shape], 0, 1, 'float32', seed);

async function run(backend: string, shapes: readonly (readonly number[])[], gradients: Gradients) {
  await tf.setBackend(backend);
  const inputs = shapes.map((shape, index) => numbers(shape, index + 1));
  const before = tf.memory().numTensors;
  const results = tf.tidy(() => gradients(inputs).map((tensor) => ({ shape: tensor.shape, data: tensor.dataSync() })));
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose(inputs);
  return results;
}

/** Largest difference between the gradients on wasm and on cpu, relative to the largest; and data left on the heap. */
async function compare(shapes: readonly (readonly number[])[], gradients: Gradients) {
  const expected = await run('cpu', shapes, gradients);
  const before = (await run('wasm', shapes, gradients), tf.backend().numDataIds());
  const got = await run('wasm', shapes, gradients);
  const left = tf.backend().numDataIds() - before;
  expect(got.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  const differences = got.map(({ data }, index) => {
    const scale = Math.max(...expected[index]!.data.map(Math.abs));
    return Math.max(...data.map((value, at) => Math.abs(value - expected[index]!.data[at]!))) / scale;
  });
  return { left, same: Math.max(...differences) < 1e-5 };
}

const asOnCpu = { left: 0, same: true };

/** Gradients of Σ f(x)² with respect to all inputs: `dy` is then different everywhere. */
const gradientsOf =
  (f: (...inputs: tf.Tensor[]) => tf.Tensor): Gradients =>
  (inputs) =>
    tf.grads((...all: tf.Tensor[]) => tf.sum(tf.square(f(...all))))([...inputs]);

beforeAll(() => {
  registerWasmGradients();
  registerWasmGradients();
});

describe('gradients on wasm', () => {
  it.each([
    { input: [2, 7, 6, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'valid' },
    { input: [2, 7, 6, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'same' },
    { input: [3, 9, 8, 1], filter: [2, 4, 1, 2], strides: [2, 1], pad: 'same' },
    { input: [1, 11, 11, 2], filter: [5, 5, 2, 3], strides: [3, 2], pad: 'valid' },
    { input: [2, 5, 5, 4], filter: [1, 1, 4, 8], strides: 1, pad: 'valid' },
    { input: [2, 8, 8, 4], filter: [1, 1, 4, 8], strides: 2, pad: 'same' },
    { input: [2, 6, 6, 2], filter: [3, 3, 2, 2], strides: 2, pad: 'same' },
  ] as const)('conv2d $input $filter $strides $pad', async ({ input, filter, strides, pad }) => {
    const step = typeof strides === 'number' ? strides : ([...strides] as [number, number]);
    expect(
      await compare(
        [input, filter],
        gradientsOf((x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, step, pad)),
      ),
    ).toEqual(asOnCpu);
  });

  it('writes the windows of a large picture in parts', async () => {
    await tf.setBackend('wasm');
    const gradient = tf.tidy(() => {
      const [x, w] = [tf.ones<tf.Rank.R4>([1, 600, 600, 8]), tf.ones<tf.Rank.R4>([5, 5, 8, 2])];
      return tf.grad((filter) => tf.sum(tf.conv2d(x, filter as tf.Tensor4D, 1, 'valid')))(w);
    });
    // Every weight sees a one in each of the 596 × 596 windows.
    expect(new Set(gradient.dataSync())).toEqual(new Set([596 ** 2]));
    gradient.dispose();
  });

  it.each([
    { input: [2, 7, 6, 3], filter: [3, 3, 3, 1], strides: 1, pad: 'same' },
    { input: [2, 9, 9, 2], filter: [3, 2, 2, 3], strides: 2, pad: 'valid' },
  ] as const)('depthwiseConv2d $input $filter $strides $pad', async ({ input, filter, strides, pad }) => {
    expect(
      await compare(
        [input, filter],
        gradientsOf((x, w) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad)),
      ),
    ).toEqual(asOnCpu);
  });

  it.each([
    { input: [2, 12, 10, 3], filter: [2, 4, 3, 4], strides: [3, 2] },
    { input: [2, 8, 8, 3], filter: [1, 1, 3, 4], strides: [2, 2] },
    { input: [1, 12, 9, 3], filter: [1, 3, 3, 2], strides: [3, 1] },
  ] as const)(
    'same padding where strides are larger than windows: $filter $strides',
    async ({ input, filter, strides }) => {
      const step: [number, number] = [...strides];
      const shapes = [input, filter];
      const plain = gradientsOf((x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, step, 'same'));
      expect(await compare(shapes, plain)).toEqual(asOnCpu);
      const forward: Gradients = ([x, w]) => [
        tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, step, 'same'),
        tf.fused.conv2d({
          x: x as tf.Tensor4D,
          filter: w as tf.Tensor4D,
          strides: step,
          pad: 'same',
          activation: 'relu',
        }),
      ];
      expect(await compare(shapes, forward)).toEqual(asOnCpu);
    },
  );

  it.each([
    { size: 2, strides: 2, pad: 'valid' },
    { size: 3, strides: 2, pad: 'same' },
    { size: 3, strides: 1, pad: 'same' },
    { size: 2, strides: 3, pad: 'valid' },
  ] as const)('max and average pooling $size/$strides $pad', async ({ size, strides, pad }) => {
    const x = [[2, 7, 6, 3]];
    expect(
      await compare(
        x,
        gradientsOf((a) => tf.maxPool(a as tf.Tensor4D, size, strides, pad)),
      ),
    ).toEqual(asOnCpu);
    expect(
      await compare(
        x,
        gradientsOf((a) => tf.avgPool(a as tf.Tensor4D, size, strides, pad)),
      ),
    ).toEqual(asOnCpu);
  });

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('matMul transposed %s %s', async (left, right) => {
    const shapes = [left ? [7, 5] : [5, 7], right ? [6, 7] : [7, 6]];
    expect(
      await compare(
        shapes,
        gradientsOf((a, b) => tf.matMul(a, b, left, right)),
      ),
    ).toEqual(asOnCpu);
    expect(
      await compare(
        shapes.map((shape) => [3, ...shape]),
        gradientsOf((a, b) => tf.matMul(a, b, left, right)),
      ),
    ).toEqual(asOnCpu);
  });

  it('rows looked up twice get both gradients', async () => {
    expect(
      await compare(
        [[5, 3]],
        gradientsOf((table) => tf.gather(table, tf.tensor1d([0, 4, 4, 2, 0, 0], 'int32'))),
      ),
    ).toEqual(asOnCpu);
  });
});

import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, expect, it } from 'vitest';
import { registerWasmGradients } from '../../kernels/wasmGradients';
import { Optimizer } from './optimizer';

/** The weight after each of four steps. */
async function stepsOn(backend: string, name: 'adam' | 'adamw', size: number) {
  await tf.setBackend(backend);
  const optimizer = new Optimizer(name, { learningRate: 0.01, beta1: 0.8 });
  const variable = tf.variable(tf.randomNormal([size], 0, 1, 'float32', 1));
  const weights: number[][] = [];
  for (let step = 0; step < 4; step++) {
    const gradient = tf.randomNormal([size], 0, 1, 'float32', step + 2);
    optimizer.apply([{ key: 'w', variable }], [gradient]);
    gradient.dispose();
    weights.push(Array.from(variable.dataSync()));
  }
  const { tensors } = { tensors: tf.memory().numTensors };
  optimizer.dispose();
  variable.dispose();
  return { weights, tensors };
}

beforeAll(() => registerWasmGradients());

it.each([
  ['adam', 1],
  ['adam', 4],
  ['adam', 1027],
  ['adamw', 6],
] as const)('%s of %d numbers in one kernel as by its formula', async (name, size) => {
  const expected = await stepsOn('cpu', name, size);
  const got = await stepsOn('wasm', name, size);
  expect(got.tensors).toBeLessThanOrEqual(expected.tensors);
  got.weights.forEach((values, step) =>
    values.forEach((value, at) => expect(value).toBeCloseTo(expected.weights[step]![at]!, 6)),
  );
  const { kernelNames } = await tf.profile(async () => void (await stepsOn('wasm', name, size)));
  expect(kernelNames).toContain('AdamStep');
});
